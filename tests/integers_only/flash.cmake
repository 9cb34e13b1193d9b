# Links flash.cpp for a Cortex-M4 with and without the network, and compares the sizes with MOST.

string(REGEX REPLACE "g\\+\\+[^/]*$" "size" size ${COMPILER})
foreach(network IN ITEMS 0 1)
  execute_process(COMMAND ${COMPILER} -std=c++20 -ffp-contract=off -O2 -mthumb -mcpu=cortex-m4 -mfloat-abi=hard
    -mfpu=fpv4-sp-d16 -ffreestanding -fno-exceptions -fno-rtti -ffunction-sections -fdata-sections -Wall -Wextra
    -Werror -I${INCLUDE} -I${BOARD} -idirafter ${HANA_DIRECTORY} -DNETWORK=${network} ${SOURCE}/flash.cpp ${BOARD}/startup_arm.cpp
    -nostdlib -lc -lgcc -L${BOARD} -T${BOARD}/mps2.ld -Wl,--gc-sections -Wl,--no-warn-rwx-segments -o ${PROGRAM}_${network}.elf
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "does not compile:\n${output}")
  endif()
  execute_process(COMMAND ${size} -B ${PROGRAM}_${network}.elf OUTPUT_VARIABLE sizes COMMAND_ERROR_IS_FATAL ANY)
  if(NOT sizes MATCHES "\n *([0-9]+)[ \t]+([0-9]+)[ \t]+[0-9]+")
    message(FATAL_ERROR "no sizes: ${sizes}")
  endif()
  math(EXPR bytes_${network} "${CMAKE_MATCH_1} + ${CMAKE_MATCH_2}")
endforeach()
math(EXPR bytes "${bytes_1} - ${bytes_0}")
message("4-16-16-3 in int8: ${bytes} bytes of flash")
if(bytes GREATER MOST OR bytes LESS 600)
  message(FATAL_ERROR "not between 600 (the constants alone) and ${MOST}")
endif()
