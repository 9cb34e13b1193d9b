# ctnn_budget(TARGET [FLASH bytes] [RAM bytes] [STACK bytes]
#             [ENTRY function] [HANDLERS function...] [ASSUME function=bytes...])
#
# Measures TARGET each time it is linked, prints its figures, and fails the build where one is above its budget:
#   FLASH  code, constants and the initial values of variables: `text + data` of binutils' size
#   RAM    variables: `data + bss`, and what else the linker script gives a section; not a section that is named
#          after the stack
#   STACK  the deepest path of calls from ENTRY (the image's entry point; main where nothing is cross-compiled), and
#          all of HANDLERS on top of it (those of a Cortex-M's vector table; of a RISC-V, what ends in mret), each
#          with what the processor saves. From the entry point it must also fit above the variables, on a board
#          whose vector table or linker script says where the stack begins (budget/elf.py)
# The stack comes from g++ (-fcallgraph-info=su); on Arm and RISC-V the disassembly tells the same of functions that
# were compiled without this option. A function that neither knows, recursion, a call through a pointer and an array
# whose size is known at run time have no bound: state one with ASSUME, for the function and all that it calls; for
# calls through pointers ASSUME __indirect_call=bytes. Needs Python 3. docs/budget.md tells more.
function(ctnn_budget target)
  cmake_parse_arguments(PARSE_ARGV 1 budget "" "FLASH;RAM;STACK;ENTRY" "HANDLERS;ASSUME")
  set(form "ctnn_budget(TARGET [FLASH bytes] [RAM bytes] [STACK bytes] [ENTRY function] [HANDLERS function...] "
    "[ASSUME function=bytes...])")
  if(budget_UNPARSED_ARGUMENTS)
    list(JOIN budget_UNPARSED_ARGUMENTS " " unknown)
    message(FATAL_ERROR "ctnn_budget: it has no argument ${unknown}; write " ${form})
  elseif(budget_KEYWORDS_MISSING_VALUES)
    list(GET budget_KEYWORDS_MISSING_VALUES 0 keyword)
    message(FATAL_ERROR "ctnn_budget: ${keyword} has no value; write " ${form})
  elseif(NOT TARGET ${target})
    message(FATAL_ERROR "ctnn_budget: there is no target ${target}")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type STREQUAL EXECUTABLE)
    message(FATAL_ERROR "ctnn_budget: ${target} is not an executable")
  endif()
  foreach(figure IN ITEMS FLASH RAM STACK)
    if(DEFINED budget_${figure} AND NOT budget_${figure} MATCHES "^[0-9]+$")
      message(FATAL_ERROR "ctnn_budget: ${figure} ${budget_${figure}} is not a number of bytes")
    endif()
  endforeach()
  foreach(assumption IN LISTS budget_ASSUME)
    if(NOT assumption MATCHES "^[^=]+=[0-9]+$")
      message(FATAL_ERROR "ctnn_budget: ASSUME ${assumption} is not function=bytes")
    endif()
  endforeach()
  find_package(Python3 COMPONENTS Interpreter QUIET)
  if(NOT Python3_FOUND)
    message(FATAL_ERROR "ctnn_budget: this needs Python 3")
  endif()

  if(DEFINED budget_STACK)
    if(NOT CMAKE_OBJDUMP)
      message(FATAL_ERROR "ctnn_budget: STACK needs objdump (CMAKE_OBJDUMP)")
    endif()
    ctnn_write_calls(${target})
    if(NOT budget_ENTRY AND NOT CMAKE_CROSSCOMPILING)
      set(budget_ENTRY main)
    endif()
  endif()

  # One argument a line, as there may be more objects than a command line holds.
  set(file ${CMAKE_CURRENT_BINARY_DIR}/ctnn_budget/${target}$<$<BOOL:$<CONFIG>>:.$<CONFIG>>.txt)
  set(arguments --target ${target} --image $<TARGET_FILE:${target}> --objdump "${CMAKE_OBJDUMP}")
  foreach(name IN ITEMS FLASH RAM STACK ENTRY)
    if(DEFINED budget_${name})
      string(TOLOWER ${name} option)
      list(APPEND arguments --${option} ${budget_${name}})
    endif()
  endforeach()
  if(DEFINED budget_HANDLERS)
    list(APPEND arguments --handlers ${budget_HANDLERS})
  endif()
  if(DEFINED budget_ASSUME)
    list(APPEND arguments --assume ${budget_ASSUME})
  endif()
  if(DEFINED budget_STACK)
    list(APPEND arguments --objects $<TARGET_OBJECTS:${target}>)
  endif()
  file(GENERATE OUTPUT ${file} CONTENT "$<JOIN:${arguments},\n>\n")
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/budget @${file} VERBATIM)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${file})
endfunction()

# Lets the compiler write what calls what, and how much stack each function takes, beside each object of TARGET.
function(ctnn_write_calls target)
  foreach(language IN ITEMS C CXX)
    if(CMAKE_${language}_COMPILER_LOADED AND (NOT CMAKE_${language}_COMPILER_ID STREQUAL GNU
        OR CMAKE_${language}_COMPILER_VERSION VERSION_LESS 10))
      message(FATAL_ERROR "ctnn_budget: STACK needs g++ 10 or later, which writes down what each function calls "
        "(-fcallgraph-info), and ${CMAKE_${language}_COMPILER} is ${CMAKE_${language}_COMPILER_ID} "
        "${CMAKE_${language}_COMPILER_VERSION}; take g++ or leave STACK out: FLASH and RAM work with any compiler")
    endif()
    # Of the two files, ccache gives the object alone back.
    set_target_properties(${target} PROPERTIES
      ${language}_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_DISABLE=1")
  endforeach()
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C,CXX>:-fcallgraph-info=su>)
  target_link_options(${target} PRIVATE -fcallgraph-info=su) # what is optimized there is compiled there
endfunction()
