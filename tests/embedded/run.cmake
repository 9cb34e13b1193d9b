# Builds the firmware for one processor, runs it on QEMU's board and compares what it prints with the host:
#   cmake -DBOARD=FOLDER -DBINARY=FOLDER -DTOOLCHAIN=FILE -DQEMU=PROGRAM -DMACHINE=NAME -DHOST_PROGRAM=FILE
#         -DGENERATOR=NAME -DHANA_DIRECTORY=FOLDER -P run.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(COMMAND ${CMAKE_COMMAND} --fresh -S ${BOARD} -B ${BINARY} -G ${GENERATOR}
  --toolchain ${BOARD}/${TOOLCHAIN} -DBoost_INCLUDE_DIR=${HANA_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BINARY} COMMAND_ERROR_IS_FATAL ANY)

execute_process(COMMAND ${HOST_PROGRAM} OUTPUT_VARIABLE expected COMMAND_ERROR_IS_FATAL ANY)

# QEMU prints semihosting's text on standard error.
execute_process(COMMAND ${QEMU} -M ${MACHINE} -display none -serial none -monitor none
  -semihosting-config enable=on,target=native -kernel ${BINARY}/notebook_step.elf
  INPUT_FILE /dev/null OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE status TIMEOUT 60)

message("${printed}")
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the program on ${MACHINE} ended with ${status}")
endif()
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${MACHINE} prints other bits than the host, which prints\n${expected}")
endif()
