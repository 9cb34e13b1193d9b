# Builds inference.cpp for one processor, runs it on an emulated board that counts instructions, and compares
# what it prints with the host:
#   cmake -DCOMPILER=FILE -DFLAGS=LIST -DMACHINE=NAME -DQEMU=FILE -DHOST_PROGRAM=FILE -DSOURCE=FOLDER
#         -DBOARD=FOLDER -DINCLUDE=FOLDER -DHANA_DIRECTORY=FOLDER -DPROGRAM=FILE [-DMOST=INSTRUCTIONS] -P run.cmake

execute_process(COMMAND ${COMPILER} -std=c++20 -ffp-contract=off -O2 -mthumb ${FLAGS} -ffreestanding -fno-exceptions
  -fno-rtti -ffunction-sections -fdata-sections -Wall -Wextra -Werror -I${INCLUDE} -I${BOARD} -idirafter ${HANA_DIRECTORY}
  ${SOURCE}/inference.cpp ${BOARD}/startup_arm.cpp -nostdlib -lc -lgcc -L${BOARD} -T${BOARD}/mps2.ld -Wl,--gc-sections
  -Wl,--no-warn-rwx-segments -o ${PROGRAM}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "does not compile:\n${output}")
endif()
execute_process(COMMAND ${HOST_PROGRAM} OUTPUT_VARIABLE expected COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${QEMU} -M ${MACHINE} -display none -serial none -monitor none -icount shift=10
  -semihosting-config enable=on,target=native -kernel ${PROGRAM}
  INPUT_FILE /dev/null OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE status TIMEOUT 60)
message("${printed}")
if(NOT status EQUAL 0)
  message(FATAL_ERROR "the program on ${MACHINE} ended with ${status}")
endif()
# The most that int8 may take, where there is such a limit.
if(DEFINED MOST)
  if(NOT printed MATCHES "int8 relu softmax [0-9]+\n# [0-9]+ to ([0-9]+) ")
    message(FATAL_ERROR "no figure for int8")
  elseif(CMAKE_MATCH_1 GREATER MOST)
    message(FATAL_ERROR "int8 takes ${CMAKE_MATCH_1} instructions, more than ${MOST}")
  endif()
endif()
string(REGEX REPLACE "#[^\n]*\n" "" printed "${printed}")
string(REGEX REPLACE "#[^\n]*\n" "" expected "${expected}")
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${MACHINE} prints other bits than the host, which prints\n${expected}")
endif()
