# cmake -DBINARY=... -DCHECKOUT=... -DCROSS=arm-none-eabi-g++ -DHANA=... -P onnx_size.cmake: code and stack that a Cortex-M4
# needs to read an ONNX file at run time are what docs/import.md says, and a network that the compiler reads brings nothing
# but its weights.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${BINARY})
file(MAKE_DIRECTORY ${BINARY})
file(CREATE_LINK ${HANA}/boost ${BINARY}/boost SYMBOLIC) # without the host's C library
string(REGEX REPLACE "g[+][+]$" "" prefix ${CROSS})
function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${BINARY} OUTPUT_VARIABLE output ERROR_VARIABLE output
    COMMAND_ERROR_IS_FATAL ANY)
  set(output "${output}" PARENT_SCOPE)
endfunction()
function(compile name)
  run(${CROSS} -std=c++20 -Os -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16 -ffreestanding -fno-exceptions
    -fno-rtti -ffp-contract=off -DCTNN_FP_CONTRACT_OFF -fstack-usage -ffunction-sections -fdata-sections
    -I${CHECKOUT}/include -isystem ${BINARY} -c ${CHECKOUT}/tests/embedded/${name}.cpp -o ${BINARY}/${name}.o)
endfunction()

compile(onnx_read)
run(${prefix}size ${BINARY}/onnx_read.o)
string(REGEX MATCH "\n *([0-9]+)" found "${output}")
set(code ${CMAKE_MATCH_1})
# The two frames with the tables, and the largest one of what these call.
set(tables 0)
set(largest 0)
file(STRINGS ${BINARY}/onnx_read.su frames)
foreach(frame IN LISTS frames)
  string(REGEX REPLACE "^.*\t([0-9]+)\t.*$" "\\1" size "${frame}")
  if(frame MATCHES "load\\(|read_plan\\(")
    math(EXPR tables "${tables} + ${size}")
  elseif(size GREATER largest)
    set(largest ${size})
  endif()
endforeach()
message("reading an ONNX file of 4-8-8-3: ${code} bytes of code, ${tables} bytes of stack for tables, ${largest} for a function")
if(NOT code GREATER 4000 OR code GREATER 15300 OR tables LESS 1000 OR tables GREATER 5900 OR largest GREATER 400)
  message(FATAL_ERROR "docs/import.md says 15 KB of flash and 7 KB of stack")
endif()

run(${CMAKE_COMMAND} -DFILE=${CHECKOUT}/tests/import/models/mlp_opset_17.onnx -DHEADER=${BINARY}/mlp.hpp -DNAME=mlp
  -DNAMESPACE= -P ${CHECKOUT}/cmake/ctnnEmbed.cmake)
compile(onnx_import)
run(${prefix}nm -C -S ${BINARY}/onnx_import.o)
if(NOT output MATCHES "run\\(")
  message(FATAL_ERROR "There is no network: ${output}")
endif()
string(REPLACE "\n" ";" symbols "${output}")
foreach(symbol IN LISTS symbols)
  # (The constant with the weights has the plan that it is made by in its name.)
  if(symbol MATCHES "onnx|import|mlp" AND NOT symbol MATCHES " ctnn::detail::gathered_network<")
    message(FATAL_ERROR "An image that imports at compile time contains ${symbol}")
  endif()
endforeach()
