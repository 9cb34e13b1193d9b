# Checks one wrong program:
#   cmake -DCASE=FILE "-DCOMMAND=COMPILER;FLAGS..." [-DPRECOMPILED=FILE] [-DONLY_WRONG=ON] -P check.cmake
#
# PRECOMPILED is ctnn/ctnn.hpp, precompiled with these flags; it serves where a case begins by including that header
# and sets no options.
# CASE is one .cpp file with at least one line `// expect: REGEX` (CMake's regular expressions). It has a wrong
# line under #ifdef CTNN_WRONG and its right twin under #else; where options are what is wrong, lines
# `// wrong options: ...` and `// right options: ...`. The right one must compile, or the case would fail
# for a reason of its own; the wrong one must not; each REGEX must match one of the first lines that the
# compiler prints, where people look; and the whole must be short enough to be read.
# ONLY_WRONG leaves out the right twin.
cmake_minimum_required(VERSION 3.25)

set(lines_until_sentence 15)
set(lines_in_all 25)
# Where compilers list all calls that led to a limit of theirs, a case has `// lines: UNTIL_SENTENCE IN_ALL`.
file(STRINGS ${CASE} lines REGEX "^// lines: ")
if(lines MATCHES "^// lines: ([0-9]+) ([0-9]+)$")
  set(lines_until_sentence ${CMAKE_MATCH_1})
  set(lines_in_all ${CMAKE_MATCH_2})
endif()

# The compiler's text is never handled as a CMake list: it is full of brackets and semicolons.
function(count_lines text result)
  string(REGEX MATCHALL "\n" ends "${text}")
  list(LENGTH ends count)
  set(${result} ${count} PARENT_SCOPE)
endfunction()

function(matches_a_line text limit regex result)
  set(${result} FALSE PARENT_SCOPE)
  set(number 0)
  while(NOT text STREQUAL "" AND number LESS limit)
    string(FIND "${text}" "\n" end)
    if(end EQUAL -1)
      string(LENGTH "${text}" end)
    endif()
    string(SUBSTRING "${text}" 0 ${end} line)
    if("${line}" MATCHES "${regex}")
      set(${result} TRUE PARENT_SCOPE)
      return()
    endif()
    math(EXPR next "${end} + 1")
    string(LENGTH "${text}" length)
    if(next GREATER_EQUAL length)
      return()
    endif()
    string(SUBSTRING "${text}" ${next} -1 text)
    math(EXPR number "${number} + 1")
  endwhile()
endfunction()

# Clang 14 crashes on some lambdas of a precompiled header: then without it.
macro(compile result output)
  execute_process(COMMAND ${COMMAND} ${with_precompiled} ${ARGN} ${CASE}
    RESULT_VARIABLE ${result} OUTPUT_VARIABLE ${output} ERROR_VARIABLE ${output})
  if(with_precompiled AND ${output} MATCHES "frontend command failed")
    execute_process(COMMAND ${COMMAND} ${ARGN} ${CASE}
      RESULT_VARIABLE ${result} OUTPUT_VARIABLE ${output} ERROR_VARIABLE ${output})
  endif()
endmacro()

function(fail reason output)
  message("FAILED: ${reason}\n  in ${CASE}\n--- the compiler's output:\n${output}---")
  message(FATAL_ERROR "compile_fail: ${reason}")
endfunction()

# Plain quotes in the messages, whatever the user's language is.
set(ENV{LC_ALL} C)
# (a crash takes seconds where its stack gets names)
set(ENV{LLVM_DISABLE_SYMBOLIZATION} 1)

file(STRINGS ${CASE} expectations REGEX "^// expect: ")
if(NOT expectations)
  fail("the case expects nothing: it needs a line '// expect: REGEX'" "")
endif()

function(options_of kind)
  file(STRINGS ${CASE} options REGEX "^// ${kind} options: ")
  string(REGEX REPLACE "^// ${kind} options: " "" options "${options}")
  separate_arguments(options UNIX_COMMAND "${options}")
  set(${kind}_options ${options} PARENT_SCOPE)
endfunction()
options_of(right)
options_of(wrong)

# Clang prints the same text as without the precompiled header. g++ looks for a .gch on the path of includes, and
# leaves out who included the header (it says so once), so that line is put back.
file(STRINGS ${CASE} first_directive REGEX "^ *#" LIMIT_COUNT 1)
set(restore_from FALSE)
set(with_precompiled "")
if(PRECOMPILED AND first_directive STREQUAL "#include <ctnn/ctnn.hpp>" AND NOT right_options AND NOT wrong_options)
  if(PRECOMPILED MATCHES "^(.*)/ctnn/ctnn.hpp.gch$")
    # (before the folder of the header itself)
    list(INSERT COMMAND 1 -I${CMAKE_MATCH_1})
    set(restore_from TRUE)
  else()
    set(with_precompiled -include-pch ${PRECOMPILED} -fno-crash-diagnostics)
  endif()
endif()

if(NOT ONLY_WRONG)
  compile(right right_output ${right_options})
  if(NOT right EQUAL 0)
    fail("the right twin does not compile" "${right_output}")
  endif()
endif()

compile(wrong wrong_output -DCTNN_WRONG ${wrong_options})
if(restore_from AND wrong_output MATCHES "/ctnn/ctnn\\.hpp:[0-9]+:\n")
  string(FIND "${wrong_output}" "${CMAKE_MATCH_0}" begin)
  string(LENGTH "${CMAKE_MATCH_0}" length)
  math(EXPR end "${begin} + ${length} - 2")
  string(SUBSTRING "${wrong_output}" 0 ${end} before)
  math(EXPR end "${end} + 2")
  string(SUBSTRING "${wrong_output}" ${end} -1 after)
  set(wrong_output "${before},\n                 from ${CASE}:\n${after}")
endif()
if(wrong EQUAL 0)
  fail("the wrong program compiles" "${wrong_output}")
endif()

foreach(expectation IN LISTS expectations)
  string(REGEX REPLACE "^// expect: " "" regex "${expectation}")
  matches_a_line("${wrong_output}" ${lines_until_sentence} "${regex}" found)
  if(NOT found)
    fail("no line of the first ${lines_until_sentence} matches '${regex}'" "${wrong_output}")
  endif()
endforeach()

count_lines("${wrong_output}" count)
if(count GREATER lines_in_all)
  fail("the compiler prints ${count} lines, more than ${lines_in_all}" "${wrong_output}")
endif()

message("${wrong_output}")
message(STATUS "rejected in ${count} lines, as expected")
