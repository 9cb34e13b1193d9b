# add_firmware(NAME SOURCES...): a program for the board of the toolchain file (boards/), NAME.elf, and
# run_NAME, which runs it on the emulator.
#
# No heap, exceptions, RTTI or start code of a C library: of libc there are memcpy and the like, which compilers
# call by themselves, of libgcc the arithmetic that the processor lacks. What else the library needed would be
# missing here.

if(NOT BOARD_SUPPORT)
  message(FATAL_ERROR "Name a board: cmake --toolchain boards/cortex_m4f.cmake, or another of that folder.")
endif()

set(firmware_support ${CMAKE_CURRENT_LIST_DIR})
set(firmware_options -ffreestanding -fno-exceptions -fno-rtti -ffunction-sections -fdata-sections)
# What counter.hpp asks for.
set(firmware_definitions "")
if(BOARD_IS_EMULATED)
  set(firmware_definitions BOARD_IS_EMULATED)
  if(BOARD_CLOCK)
    list(APPEND firmware_definitions BOARD_CLOCK=${BOARD_CLOCK})
  endif()
endif()
# For ctnn_budget: a Cortex-M's vector table names its interrupt handlers, of a RISC-V they are told.
set(firmware_handlers "")
if(BOARD_SUPPORT STREQUAL riscv)
  set(firmware_handlers HANDLERS stop_at_fault)
endif()
set(firmware_libraries gcc)
if(BOARD_SUPPORT STREQUAL arm)
  set(firmware_libraries c gcc)
endif()

if(NOT TARGET firmware_startup)
  add_library(firmware_startup OBJECT ${firmware_support}/startup_${BOARD_SUPPORT}.cpp)
  target_compile_features(firmware_startup PRIVATE cxx_std_20)
  # A loop of memcpy is not to become a call of memcpy.
  target_compile_options(firmware_startup PRIVATE
    -O2 ${firmware_options} -fno-tree-loop-distribute-patterns -Wall -Wextra -Werror)
endif()

function(firmware_link name)
  target_link_libraries(${name} PRIVATE -nostdlib ${ARGN} ${firmware_libraries})
  target_link_options(${name} PRIVATE -L${firmware_support} -T${firmware_support}/${BOARD_MEMORY}
    -Wl,--gc-sections -Wl,--no-warn-rwx-segments)
  set_target_properties(${name} PROPERTIES SUFFIX .elf
    LINK_DEPENDS "${firmware_support}/${BOARD_MEMORY};${firmware_support}/sections.ld")
endfunction()

function(add_firmware name)
  add_executable(${name} ${ARGN} $<TARGET_OBJECTS:firmware_startup>)
  target_include_directories(${name} PRIVATE ${firmware_support})
  target_link_libraries(${name} PRIVATE ctnn::ctnn)
  target_compile_definitions(${name} PRIVATE ${firmware_definitions})
  target_compile_options(${name} PRIVATE ${firmware_options} -Wall -Wextra -Werror)
  if(NOT CMAKE_BUILD_TYPE)
    target_compile_options(${name} PRIVATE -O2)
  endif()
  firmware_link(${name})
  add_custom_target(run_${name} COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:${name}>
    DEPENDS ${name} USES_TERMINAL VERBATIM)
endfunction()
