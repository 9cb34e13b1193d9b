# Runs firmware on QEMU's board and compares what it prints with a file, or with what a program prints:
#   cmake -DBOARD=FILE -DFIRMWARE=FILE [-DEXPECTED=FILE | -DHOST_PROGRAM=FILE | -DMATCHES=REGEX] -P run.cmake
# Lines that begin with # are for the reader.
cmake_minimum_required(VERSION 3.25)

include(${BOARD})

# QEMU prints semihosting's text on standard error.
execute_process(COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} ${FIRMWARE}
  INPUT_FILE /dev/null OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE status TIMEOUT 100)
message("${printed}")
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${FIRMWARE} ended with ${status}")
endif()

if(HOST_PROGRAM)
  execute_process(COMMAND ${HOST_PROGRAM} OUTPUT_VARIABLE expected COMMAND_ERROR_IS_FATAL ANY)
elseif(EXPECTED)
  file(READ ${EXPECTED} expected)
elseif(MATCHES)
  if(NOT printed MATCHES "^${MATCHES}$")
    message(FATAL_ERROR "it should print\n${MATCHES}")
  endif()
  return()
else()
  return()
endif()
string(REGEX REPLACE "#[^\n]*\n" "" printed "${printed}")
string(REGEX REPLACE "#[^\n]*\n" "" expected "${expected}")
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "it should print\n${expected}")
endif()
