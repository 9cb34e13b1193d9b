# ctnn_proof(TARGET HEADER file PROPERTIES name...)
#
# Proves properties of verify::proof (docs/verification.md) when TARGET is built, and writes a report of these proofs
# beside the built file: firmware.proof.json and firmware.proof.txt beside firmware (docs/audit.md).
#   HEADER      defines the network and the properties; TARGET's own sources include it, too
#   PROPERTIES  the structs, with their namespaces
# TARGET's compiler proves them with TARGET's options. This works for boards, too: only Python 3 runs, which takes the
# report out of an object file. If a property is not proven, TARGET is not built. The report is written each time TARGET
# is linked, and TARGET is linked again when the proof changes. The report has the digest of the built file, the
# compiler's version and its command line.
function(ctnn_proof target)
  cmake_parse_arguments(PARSE_ARGV 1 proof "" "HEADER" "PROPERTIES")
  set(form "ctnn_proof(TARGET HEADER file PROPERTIES name...)")
  if(proof_UNPARSED_ARGUMENTS)
    list(JOIN proof_UNPARSED_ARGUMENTS " " unknown)
    message(FATAL_ERROR "ctnn_proof: it has no argument ${unknown}; write " ${form})
  elseif(NOT TARGET ${target})
    message(FATAL_ERROR "ctnn_proof: there is no target ${target}")
  elseif(NOT proof_HEADER OR NOT proof_PROPERTIES)
    message(FATAL_ERROR "ctnn_proof: HEADER or PROPERTIES is missing; write " ${form})
  elseif(TARGET ${target}_ctnn_proof)
    message(FATAL_ERROR "ctnn_proof: ${target} has a proof already; name all its properties in one call")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type MATCHES "^(EXECUTABLE|(SHARED|MODULE)_LIBRARY)$")
    message(FATAL_ERROR "ctnn_proof: ${target} is not linked: it is no executable")
  endif()
  cmake_path(ABSOLUTE_PATH proof_HEADER NORMALIZE OUTPUT_VARIABLE header)
  if(NOT EXISTS ${header})
    message(FATAL_ERROR "ctnn_proof: there is no file ${header}")
  endif()
  find_package(Python3 COMPONENTS Interpreter QUIET)
  if(NOT Python3_FOUND)
    message(FATAL_ERROR "ctnn_proof: this needs Python 3")
  endif()

  # A file of its own, compiled as the target is.
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/ctnn_proof)
  set(source ${directory}/${target}.cpp)
  string(CONCAT lines "#include \"${header}\"\n#include <ctnn/verify/report_record.hpp>\n"
    "#include <ctnn/verify/require.hpp>\n\n")
  set(number 0)
  foreach(property IN LISTS proof_PROPERTIES)
    string(APPEND lines "static_assert(ctnn::verify::require<ctnn::verify::proof<${property}>>());\n"
      "[[gnu::used]] constexpr auto ctnn_proof_record_${number} = ctnn::verify::report_record<${property}>;\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${source} CONTENT "${lines}" @ONLY)
  set(proof ${target}_ctnn_proof)
  add_library(${proof} OBJECT ${source})
  target_link_libraries(${proof} PRIVATE $<TARGET_PROPERTY:${target},LINK_LIBRARIES>)
  target_include_directories(${proof} PRIVATE $<TARGET_PROPERTY:${target},INCLUDE_DIRECTORIES>)
  target_compile_definitions(${proof} PRIVATE $<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>)
  target_compile_features(${proof} PRIVATE cxx_std_20)
  # (optimizing when linking would hide the report in the object)
  target_compile_options(${proof} PRIVATE $<TARGET_PROPERTY:${target},COMPILE_OPTIONS>
    -fno-lto)
  foreach(name IN ITEMS CXX_STANDARD CXX_EXTENSIONS)
    get_target_property(value ${target} ${name})
    if(NOT value MATCHES "NOTFOUND$")
      set_property(TARGET ${proof} PROPERTY ${name} ${value})
    endif()
  endforeach()

  set(tool ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/proof)
  get_target_property(launcher ${proof} CXX_COMPILER_LAUNCHER)
  if(launcher MATCHES "NOTFOUND$")
    set(launcher "")
  endif()
  set_property(TARGET ${proof} PROPERTY CXX_COMPILER_LAUNCHER
    ${tool} record ${directory}/${target}.command ${launcher} --)
  set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS $<TARGET_OBJECTS:${proof}>)
  add_dependencies(${target} ${proof})
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${tool} write ${directory}/${target}.command $<TARGET_OBJECTS:${proof}> $<TARGET_FILE:${target}>
      $<TARGET_FILE_DIR:${target}>/$<TARGET_FILE_BASE_NAME:${target}>.proof VERBATIM)
endfunction()
