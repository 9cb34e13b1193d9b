# cmake -DBINARY=... -DCHECKOUT=... -DCOMPILER=... -DCROSS=s390x-linux-gnu-g++ -DEMULATOR=qemu-s390x -DHANA=...
# -P imported.cmake: a big-endian machine reads the same networks from ONNX files, in constants and at run time.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${BINARY})
file(MAKE_DIRECTORY ${BINARY}/hana)
file(CREATE_LINK ${HANA}/boost ${BINARY}/hana/boost SYMBOLIC)
foreach(name IN ITEMS gemm_in_double conv_flatten_dense lstm_node_bidirectional)
  execute_process(COMMAND ${CMAKE_COMMAND} -DFILE=${CHECKOUT}/tests/import/models/${name}.onnx
    -DHEADER=${BINARY}/${name}.hpp -DNAME=${name} -DNAMESPACE= -P ${CHECKOUT}/cmake/ctnnEmbed.cmake
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
function(build_and_run program compiler)
  execute_process(COMMAND ${compiler} -std=c++20 -static -ffp-contract=off -DCTNN_FP_CONTRACT_OFF -I${CHECKOUT}/include
    -I${BINARY} -isystem ${BINARY}/hana ${CHECKOUT}/tests/bits/imported.cpp -o ${BINARY}/${program}
    COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${ARGN} ${BINARY}/${program} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
  set(output "${output}" PARENT_SCOPE)
endfunction()
build_and_run(here ${COMPILER})
set(here "${output}")
build_and_run(there ${CROSS} ${EMULATOR})
if(NOT here STREQUAL output OR NOT here MATCHES "^([0-9a-f ]+\n)+$")
  message(FATAL_ERROR "The networks differ:\n${here}\n${output}")
endif()
