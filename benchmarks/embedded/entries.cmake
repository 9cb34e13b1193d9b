# add_cost_images(): for each level of optimization, network, task and kind (float, plain C, fixed point, int8)
# an image that measures one entry (entries/main.cpp), in the folder costs; the one without an entry is what they
# are compared with.
#
# Another network: a header in nets/, a file in entries/ with NAME_inference and NAME_step, its other kinds in
# fixed.cpp and int8.cpp, and NAME in this list; in plain C a file in plain_c/. On a Cortex-M4F with -O2 also single
# layers (entries/layers.cpp).
set(entry_networks a b digits)
set(entry_folder ${CMAKE_CURRENT_LIST_DIR})

function(add_cost_image level name entry number_bytes)
  add_executable(cost_${level}_${name} $<TARGET_OBJECTS:entries_${level}> $<TARGET_OBJECTS:firmware_startup>)
  firmware_link(cost_${level}_${name} ${math_library})
  target_link_options(cost_${level}_${name} PRIVATE -Wl,--defsym=entry=${entry} -Wl,--defsym=number_bytes=${number_bytes})
  set_target_properties(cost_${level}_${name} PROPERTIES
    OUTPUT_NAME ${level}_${name} RUNTIME_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/costs)
endfunction()

# Plain C calls the mathematical functions of newlib, on RISC-V of picolibc.
set(math_library m)
if(BOARD_SUPPORT STREQUAL riscv)
  set(math_library
    /usr/lib/picolibc/riscv64-unknown-elf/lib/release/rv32imafc/ilp32f/libc.a)
endif()

function(add_cost_images)
  foreach(level IN ITEMS O2 Os)
    add_library(entries_${level} OBJECT
      ${entry_folder}/entries/main.cpp ${entry_folder}/entries/fixed.cpp ${entry_folder}/entries/int8.cpp)
    foreach(network IN LISTS entry_networks)
      target_sources(entries_${level} PRIVATE ${entry_folder}/entries/${network}.cpp)
      if(EXISTS ${entry_folder}/plain_c/${network}.c)
        target_sources(entries_${level} PRIVATE ${entry_folder}/plain_c/${network}.c)
      endif()
    endforeach()
    if(level STREQUAL O2 AND CMAKE_CXX_FLAGS_INIT MATCHES cortex-m4)
      target_sources(entries_${level} PRIVATE ${entry_folder}/entries/layers.cpp)
      target_compile_definitions(entries_${level} PRIVATE ENTRY_INPUTS=800 ENTRY_OUTPUTS=512 ENTRY_STACK=10000)
      foreach(layer IN ITEMS conv depthwise lstm policy)
        add_cost_image(${level} ${layer}_layer ${layer}_layer 4)
      endforeach()
      foreach(layer IN ITEMS conv depthwise)
        add_cost_image(${level} ${layer}_int8_layer ${layer}_int8_layer 1)
      endforeach()
    endif()
    target_include_directories(entries_${level} PRIVATE ${firmware_support})
    target_compile_definitions(entries_${level} PRIVATE ${firmware_definitions})
    target_link_libraries(entries_${level} PRIVATE ctnn::ctnn)
    target_compile_options(entries_${level} PRIVATE -${level} -ffreestanding -ffunction-sections -fdata-sections
      -Wall -Wextra $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
    ctnn_write_calls(entries_${level})
    add_cost_image(${level} nothing no_entry 4)
    foreach(optimizer IN ITEMS adam momentum)
      add_cost_image(${level} a_${optimizer}_step a_${optimizer}_step 4)
    endforeach()
    foreach(network IN LISTS entry_networks)
      foreach(task IN ITEMS inference step)
        add_cost_image(${level} ${network}_${task} ${network}_${task} 4)
        add_cost_image(${level} ${network}_fixed_${task} ${network}_fixed_${task} 2)
        if(EXISTS ${entry_folder}/plain_c/${network}.c)
          add_cost_image(${level} ${network}_plain_${task} ${network}_plain_${task} 4)
        endif()
      endforeach()
      add_cost_image(${level} ${network}_int8_inference ${network}_int8_inference 1)
    endforeach()
  endforeach()
endfunction()
