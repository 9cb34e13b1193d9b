# Installs to an empty PREFIX and checks what arrived: every header, and nothing that points back here.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BINARY} --prefix ${PREFIX} --config "${CONFIG}"
  COMMAND_ERROR_IS_FATAL ANY)

file(GLOB_RECURSE headers RELATIVE ${SOURCE}/include ${SOURCE}/include/*)
file(GLOB_RECURSE installed RELATIVE ${PREFIX}/include ${PREFIX}/include/*)
if(NOT headers STREQUAL installed)
  message(FATAL_ERROR "include/ and the installed headers differ")
endif()

file(GLOB_RECURSE files ${PREFIX}/*)
foreach(file IN LISTS files)
  file(READ ${file} text)
  foreach(directory IN ITEMS ${SOURCE} ${BINARY})
    string(FIND "${text}" "${directory}" position)
    if(NOT position EQUAL -1)
      message(FATAL_ERROR "${file} names ${directory}, which is only on this machine")
    endif()
  endforeach()
endforeach()
