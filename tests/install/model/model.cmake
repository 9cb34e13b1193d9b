# cmake -DBINARY=... -DPREFIX=... -DFILES=.../tests/import/models -DGENERATOR=... -DOPTIONS=... -P model.cmake: a project
# that finds the installed package compiles ONNX files into programs, not those whose outputs are others than the recorded
# ones, whether the compiler reads the weights or they are linked; and what is wrong with a call is one sentence.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${BINARY})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/CMakeLists.txt ${CMAKE_CURRENT_LIST_DIR}/main.cpp ${CMAKE_CURRENT_LIST_DIR}/linked.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main.c ${CMAKE_CURRENT_LIST_DIR}/own.hpp
  ${FILES}/policy.onnx ${FILES}/policy_input.pb ${FILES}/policy_output.pb ${FILES}/gemm_output.pb
  ${FILES}/external.onnx ${FILES}/external.data ${FILES}/external_input.pb ${FILES}/external_output.pb
  ${FILES}/convnet_with_batch_norm.onnx ${FILES}/lstm_with_skip.onnx ${FILES}/../faulty/weight_is_nan.onnx
  ${FILES}/../tflite_models/dense.tflite ${FILES}/../tflite_models/dense_input.pb
  ${FILES}/../tflite_models/dense_output.pb DESTINATION ${BINARY}/source)
file(COPY_FILE ${FILES}/../tflite_models/dense_fused_output.pb ${BINARY}/source/other_output.pb)
file(WRITE ${BINARY}/source/pedal.json [=[{"in_shape": [null, 1], "layers": [
  {"type": "dense", "shape": [null, 1], "activation": "tanh", "weights": [[[2.0]], [-0.5]]}]}]=])
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(result "${result}" PARENT_SCOPE)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  set(output "${output}" PARENT_SCOPE)
endfunction()

# --- Works -------------------------------------------------------------------------------------------

run(${CMAKE_COMMAND} -S ${BINARY}/source -B ${BINARY}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${PREFIX} ${OPTIONS})
if(result)
  message(FATAL_ERROR "The configuration failed: ${output}")
endif()
run(${CMAKE_COMMAND} --build ${BINARY}/build)
if(result)
  message(FATAL_ERROR "The build failed: ${output}")
endif()
foreach(program IN ITEMS model model_of_a_library c_program)
  run(${BINARY}/build/${program})
  if(result)
    message(FATAL_ERROR "${program} failed: ${result}")
  endif()
endforeach()

find_program(arm arm-none-eabi-gcc)
if(arm)
  run(${arm} -std=c99 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I${BINARY}/build/ctnn_c_wrapper/c_program
    ${BINARY}/source/main.c)
  if(result)
    message(FATAL_ERROR "A C compiler for boards refuses the headers: ${output}")
  endif()
endif()

# --- Does not compile --------------------------------------------------------------------------------

function(is_not_built target sentence)
  run(${CMAKE_COMMAND} --build ${BINARY}/build --target ${target})
  if(NOT result OR NOT output MATCHES "${sentence}")
    message(FATAL_ERROR "The build of ${target} does not tell '${sentence}': ${output}")
  endif()
endfunction()
set(other_outputs "the network in policy.onnx does not compute what policy_input.pb and gemm_output.pb say")
is_not_built(wrong "${other_outputs}")
is_not_built(wrong_golden "${other_outputs}")
is_not_built(wrong_tflite "the network in dense.tflite does not compute what dense_input.pb and other_output.pb say")
is_not_built(wrong_nan "weight_is_nan.onnx: layer 0 has weights that are NaN or infinite")

# --- Is told -----------------------------------------------------------------------------------------

function(is_told sentence call)
  file(WRITE ${BINARY}/source/calls.cmake "${call}")
  run(${CMAKE_COMMAND} ${BINARY}/build)
  string(FIND "${output}" "${sentence}" place)
  if(NOT result OR place EQUAL -1)
    message(FATAL_ERROR "'${call}' is not told by '${sentence}': ${output}")
  endif()
endfunction()
set(form "ctnn_model(TARGET FILE file.onnx NAME name [DATA file]")
is_told("${form}" "ctnn_model(model NAME a)")
is_told("${form}" "ctnn_model(model FILE policy.onnx)")
is_told("${form}" "ctnn_model(model FILE policy.onnx NAME a OF b)")
is_told("there is no target nobody" "ctnn_model(nobody FILE policy.onnx NAME a)")
is_told("there is no file" "ctnn_model(model FILE missing.onnx NAME a)")
is_told("NAME a-b is not the name of a namespace" "ctnn_model(model FILE policy.onnx NAME a-b)")
is_told("GOLDEN is two files" "ctnn_model(model FILE policy.onnx NAME a GOLDEN policy_input.pb)")
is_told("there is no file" "ctnn_model(model FILE policy.onnx NAME a GOLDEN policy_input.pb missing.pb)")
is_told("INTERFACE library compiles nothing"
  "ctnn_model(headers FILE policy.onnx NAME a GOLDEN policy_input.pb policy_output.pb)")
is_told("an INTERFACE library has none" "ctnn_model(headers FILE policy.onnx NAME a LINKED)")
is_told("there is no file" "ctnn_model(model FILE policy.onnx NAME a DATA missing.data LINKED)")
is_told("DATA is of an ONNX file" "ctnn_model(model FILE dense.tflite NAME a DATA external.data)")
is_told("LINKED is for ONNX files, not for pedal.json" "ctnn_model(model FILE pedal.json NAME a LINKED)")
is_told("LINKED is for ONNX files, not for dense.tflite" "ctnn_model(model FILE dense.tflite NAME a LINKED)")
is_told("GOLDEN is for ONNX and .tflite files, not for pedal.json"
  "ctnn_model(model FILE pedal.json NAME a GOLDEN policy_input.pb policy_output.pb)")
is_told("TOLERANCE is of a GOLDEN output" "ctnn_model(model FILE policy.onnx NAME a TOLERANCE 1)")
is_told("TOLERANCE small is not a number"
  "ctnn_model(model FILE policy.onnx NAME a GOLDEN policy_input.pb policy_output.pb TOLERANCE small)")
is_told("two models of the name policy" "ctnn_model(model FILE policy.onnx NAME policy)")
is_told("ctnn_c_wrapper(TARGET NAME name" "ctnn_c_wrapper(c_program)")
is_told("there is no target nobody" "ctnn_c_wrapper(nobody NAME policy)")
is_told("NAME a-b is not the beginning of a function's name" "ctnn_c_wrapper(c_program NAME a-b)")
is_told("has no ctnn_model of the NAME a" "ctnn_c_wrapper(c_program NAME a)")
is_told("HEADER and NETWORK come together" "ctnn_c_wrapper(c_program NAME a HEADER a.hpp)")
is_told("an INTERFACE library has no functions" "ctnn_c_wrapper(headers NAME policy)")
