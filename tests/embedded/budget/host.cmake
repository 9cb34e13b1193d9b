# ctnn_budget in a project: builds that are within a budget or not, and calls that are wrong:
#   cmake -DBINARY=FOLDER -DGENERATOR=NAME -DGNU=COMPILER [-DCLANG=COMPILER] -P host.cmake
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

function(configure result regex compiler budget)
  run(${result} "${regex}" ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${BINARY} -G ${GENERATOR}
    -DCMAKE_CXX_COMPILER=${compiler} "-DBUDGET=${budget}")
endfunction()
function(build result regex)
  run(${result} "${regex}" ${CMAKE_COMMAND} --build ${BINARY} --target it)
endfunction()

file(REMOVE_RECURSE ${BINARY})
file(WRITE ${BINARY}/it.cpp "int main() { int volatile many[1000]; many[0] = 1; return many[1] * 0; }\n")

set(all "it FLASH 1000000 RAM 1000000 STACK 10000")
configure(0 "" ${GNU} "${all}")
build(0 "it: flash [0-9]+ of 1000000, RAM [0-9]+ of 1000000, stack [0-9]+ of 10000 bytes: main [0-9]+ ")
# Changed, it is measured again; as long as it is too large, there is no image and each build says so.
file(WRITE ${BINARY}/it.cpp "int main() { int volatile many[5000]; many[0] = 1; return many[1] * 0; }\n")
foreach(time IN ITEMS 1 2)
  build(1 "ctnn_budget: it needs 2[0-9]+ bytes of stack but the budget is 10000: main [0-9]+ ")
  if(EXISTS ${BINARY}/it)
    message(SEND_ERROR "the image is there")
  endif()
endforeach()
# Another budget: linked and measured again.
configure(0 "" ${GNU} "it STACK 30000")
build(0 "it: flash [0-9]+, RAM [0-9]+, stack 2[0-9]+ of 30000 bytes: main ")
configure(0 "" ${GNU} "it FLASH 1")
build(1 "ctnn_budget: it needs [0-9]+ bytes of flash but the budget is 1 ")

configure(1 "ctnn_budget: FLASH has no value; write ctnn_budget.TARGET .FLASH bytes. .RAM bytes." ${GNU} "it FLASH")
configure(1 "ctnn_budget: ASSUME has no value; write ctnn_budget" ${GNU} "it FLASH 10 ASSUME")
configure(1 "ctnn_budget: it has no argument RAMM 10; write ctnn_budget.TARGET .FLASH bytes. .RAM bytes. .STACK bytes. .ENTRY function. .HANDLERS function.... .ASSUME function=bytes"
  ${GNU} "it FLASH 10 RAMM 10")
configure(1 "ctnn_budget: there is no target other" ${GNU} "other FLASH 10")
configure(1 "ctnn_budget: not_linked is not an executable" ${GNU} "not_linked FLASH 10")
configure(1 "ctnn_budget: RAM 4K is not a number of bytes" ${GNU} "it RAM 4K")
configure(1 "ctnn_budget: ASSUME puts is not function=bytes" ${GNU} "it ASSUME puts")
if(CLANG)
  file(REMOVE_RECURSE ${BINARY}/CMakeCache.txt ${BINARY}/CMakeFiles)
  configure(1 "ctnn_budget: STACK needs g.. 10 or later.*is Clang.*; take g.. or leave STACK out: FLASH and RAM work with any compiler" ${CLANG} "${all}")
  configure(0 "" ${CLANG} "it FLASH 1000000 RAM 1000000")
  build(0 "it: flash [0-9]+ of 1000000, RAM [0-9]+ of 1000000 bytes")
endif()
