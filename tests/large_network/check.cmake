# cmake -DCASE=FILE "-DCOMMAND=COMPILER;FLAGS..." -DOUTPUT=FILE -P check.cmake
#
# With -DCTNN_LARGE the program compiles with a warning that names the cure, and with -Werror it does not compile. Without
# it there is nothing to say: neither of what a constant does, nor of a small network, nor in place.
cmake_minimum_required(VERSION 3.25)
set(ENV{LC_ALL} C)

function(compile result output)
  execute_process(COMMAND ${COMMAND} ${ARGN} -o ${OUTPUT} ${CASE}
    RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${result} ${status} PARENT_SCOPE)
  set(${output} "${text}" PARENT_SCOPE)
endfunction()

foreach(level IN ITEMS -O0 -O2)
  compile(status text ${level} -Werror)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "something is said of a program that is right (${level}):\n${text}")
  endif()
  compile(status text ${level} -DCTNN_LARGE)
  if(NOT status EQUAL 0 OR NOT text MATCHES "train_of_a_large_network.*training_memory.*train_in_place")
    message(FATAL_ERROR "no warning that names the cure (${level}):\n${text}")
  endif()
  compile(status text ${level} -DCTNN_LARGE -Werror)
  if(status EQUAL 0)
    message(FATAL_ERROR "it was no warning (${level})")
  endif()
endforeach()
