# Each public header by itself, compiled in a way that ctnn cannot be: the first thing that the compiler says is the
# sentence, and it says little else.
#   cmake -DINCLUDE=FOLDER "-DHEADERS=ctnn/ctnn.hpp;..." "-DCOMMAND=COMPILER;FLAGS..." -DSENTENCE=REGEX -DSOURCE=FILE [-DLINES=5] -P gate.cmake
cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED LINES)
  set(LINES 5)
endif()
set(ENV{LC_ALL} C)

if(NOT HEADERS)
  message(FATAL_ERROR "no header")
endif()
foreach(header IN LISTS HEADERS)
  file(WRITE ${SOURCE} "#include <${header}>\n")
  execute_process(COMMAND ${COMMAND} -I${INCLUDE} -fsyntax-only -fdiagnostics-color=never ${SOURCE}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX MATCHALL "\n" ends "${output}")
  list(LENGTH ends lines)
  string(REGEX MATCH "error: [^\n]*" sentence "${output}")
  if(result EQUAL 0)
    message(FATAL_ERROR "${header} compiles")
  elseif(NOT sentence MATCHES "${SENTENCE}")
    message(FATAL_ERROR "${header} does not say '${SENTENCE}' first:\n${output}")
  elseif(lines GREATER LINES)
    message(FATAL_ERROR "${header}: ${lines} lines, more than ${LINES}:\n${output}")
  endif()
endforeach()
list(LENGTH HEADERS count)
message(STATUS "${count} headers")
