# ctnn_proof in a project: what it leaves beside the firmware, when that is new, and what ends a build:
#   cmake -DBINARY=FOLDER -DCHECKOUT=FOLDER -DGENERATOR=NAME -DCOMPILER=FILE [-DCROSS=COMPILER] [-DHANA=FOLDER]
#     -P proof.cmake
cmake_minimum_required(VERSION 3.25)

# run(RESULT REGEX COMMAND...): the command succeeds (RESULT is 0) or fails, and says REGEX.
function(run result regex)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
  string(REGEX REPLACE "[ \n]+" " " line "${printed}")
  if((status EQUAL 0 AND NOT result EQUAL 0) OR (NOT status EQUAL 0 AND result EQUAL 0) OR NOT line MATCHES "${regex}")
    list(JOIN ARGN " " command)
    message(SEND_ERROR "${command}\nended with ${status} and\n${printed}instead of ${result} and\n${regex}")
  endif()
endfunction()
function(configure folder result regex call)
  run(${result} "${regex}" ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${folder} -G ${GENERATOR}
    "-DBINARY=${BINARY}" "-DCHECKOUT=${CHECKOUT}" "-DBoost_INCLUDE_DIR=${HANA}" "-DCALL=${call}" ${ARGN})
endfunction()
function(build folder result regex)
  run(${result} "${regex}" ${CMAKE_COMMAND} --build ${folder} --target firmware)
endfunction()

# A header with a network and two properties, the first of which holds up to a limit.
function(write_header bias limit)
  file(WRITE ${BINARY}/property.hpp "#pragma once
#include <cstddef>
#include <ctnn/ctnn.hpp>
namespace app {
struct limited {
    using model = ctnn::network<float, ctnn::input<1>, ctnn::dense<2, ctnn::relu>, ctnn::dense<1>>;
    static constexpr model network{{{{1, -1}}, {0, 0}}, {{{1}, {1}}, {${bias}}}};
    static constexpr ctnn::box<float, 1> inputs{{-1}, {1}};
    static constexpr ctnn::verify::condition<1, 1, 1> wanted{{{{{{{-1}, ${limit}}}}}}};
    static constexpr std::size_t boxes = 100;
};
struct not_negative : limited {
    static constexpr ctnn::verify::condition<1, 1, 1> wanted{{{{{{{1}, 0.5}}}}}};
};
}
")
endfunction()
# What is beside the firmware is of the firmware that is there; gives a member of the first report.
function(read_report folder to)
  file(READ ${folder}/firmware.proof.json json)
  file(SHA256 ${folder}/firmware digest)
  string(JSON of_image GET "${json}" image sha256)
  if(NOT of_image STREQUAL digest)
    message(SEND_ERROR "the report is not of the firmware that is there")
  endif()
  string(JSON count LENGTH "${json}" reports)
  string(JSON first GET "${json}" reports 0 verdict)
  string(JSON second GET "${json}" reports 1 verdict)
  string(JSON compiler GET "${json}" build compiler)
  if(NOT count EQUAL 2 OR NOT first STREQUAL proven OR NOT second STREQUAL proven OR compiler STREQUAL "")
    message(SEND_ERROR "the report does not have two proofs: ${json}")
  endif()
  file(READ ${folder}/firmware.proof.txt text)
  if(NOT text MATCHES "verdict     proven.*verdict     proven")
    message(SEND_ERROR "the text does not have two proofs: ${text}")
  endif()
  string(JSON digest GET "${json}" reports 0 network sha256)
  set(${to} ${digest} PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${BINARY})
file(WRITE ${BINARY}/firmware.cpp "int main() {}\n")
set(call "firmware HEADER ${BINARY}/property.hpp PROPERTIES app::limited app::not_negative")
set(host ${BINARY}/host)

write_header(0 1.5)
configure(${host} 0 "" "${call}" -DCMAKE_CXX_COMPILER=${COMPILER})
build(${host} 0 "")
read_report(${host} before)
# Another network in the header alone, which the firmware here does not even include.
write_header(0.25 1.5)
build(${host} 0 "")
read_report(${host} after)
if(before STREQUAL after)
  message(SEND_ERROR "the report is of the network before")
endif()
# What does not hold does not build, and what is there stays what it was.
write_header(0.75 1.5)
build(${host} 1 "the_property_does_not_hold_for<[a-z_:]*number<.*1")
read_report(${host} still)
if(NOT after STREQUAL still)
  message(SEND_ERROR "the report has changed without a proof")
endif()
# A report that is gone comes back with the firmware.
write_header(0.25 1.5)
file(REMOVE ${host}/firmware ${host}/firmware.proof.json)
build(${host} 0 "")
read_report(${host} again)

if(CROSS)
  configure(${BINARY}/cross 0 "" "${call}" -DCMAKE_CXX_COMPILER=${CROSS} -DCROSS=ON)
  build(${BINARY}/cross 0 "")
  read_report(${BINARY}/cross crossed)
  if(NOT crossed STREQUAL again)
    message(SEND_ERROR "the digest of the network is another for the board")
  endif()
endif()

set(form "write ctnn_proof.TARGET HEADER file PROPERTIES name")
configure(${host} 1 "ctnn_proof: HEADER or PROPERTIES is missing; ${form}" "firmware HEADER x.hpp")
configure(${host} 1 "ctnn_proof: it has no argument FLASH 10; ${form}" "firmware FLASH 10")
configure(${host} 1 "ctnn_proof: there is no target other" "other HEADER x.hpp PROPERTIES p")
configure(${host} 1 "ctnn_proof: not_built is not linked: it is no executable" "not_built HEADER x.hpp PROPERTIES p")
configure(${host} 1 "ctnn_proof: there is no file .*/x.hpp" "firmware HEADER x.hpp PROPERTIES p")
