# Compiles SOURCE for Cortex-M0 and fails if it needs anything but integers' division and multiplication and
# copies of memory.

# (-isystem, so that the folder's other headers do not come before the compiler's own)
execute_process(COMMAND ${COMPILER} -std=c++20 -ffp-contract=off -DCTNN_FP_CONTRACT_OFF -O2 -mthumb -mcpu=cortex-m0 -ffreestanding
  -fno-exceptions -fno-rtti -Wall -Wextra -Werror -I${INCLUDE} -idirafter ${HANA_DIRECTORY} -DBITS=${BITS}
  -c ${SOURCE} -o ${OBJECT}
  RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "does not compile:\n${output}")
endif()
string(REGEX REPLACE "g\\+\\+[^/]*$" "nm" nm ${COMPILER})
execute_process(COMMAND ${nm} -u ${OBJECT} OUTPUT_VARIABLE needed RESULT_VARIABLE result)
if(NOT result EQUAL 0 OR NOT needed MATCHES "__aeabi_lmul")
  message(FATAL_ERROR "no list of what the object needs, or an empty one: ${needed}")
endif()
string(REGEX MATCHALL "[A-Za-z_0-9]+\n" symbols "${needed}")
foreach(symbol IN LISTS symbols)
  string(STRIP ${symbol} symbol)
  if(NOT symbol MATCHES "^(__aeabi_lmul|__aeabi_llsl|__aeabi_llsr|__aeabi_lasr|__clz[sd]i2|memcpy|memset|memmove)$")
    message(FATAL_ERROR "the object needs ${symbol}")
  endif()
endforeach()
