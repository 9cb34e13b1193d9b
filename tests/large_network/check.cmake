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

compile(status text -O0 -Werror)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "something is said of a program that is right:\n${text}")
endif()
compile(status text -O0 -DCTNN_LARGE)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "it is no warning:\n${text}")
endif()
set(named_cure "train_of_a_large_network.*training_memory.*train_in_place")
if(NOT text MATCHES "${named_cure}")
  message(FATAL_ERROR "no warning that names the cure:\n${text}")
endif()
# Optimised, the call is inlined; that must lose nothing.
compile(status text -O2 -DCTNN_LARGE -Werror)
if(status EQUAL 0 OR NOT text MATCHES "${named_cure}")
  message(FATAL_ERROR "no warning that names the cure (-O2):\n${text}")
endif()
