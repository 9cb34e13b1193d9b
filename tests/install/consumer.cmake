# The user's own program, with warnings that a header of somebody else must not be able to break.
add_executable(consumer ../consumer.cpp)
target_link_libraries(consumer PRIVATE ctnn::ctnn)
ctnn_embed(consumer FILE ../consumer.csv NAME consumer_csv NAMESPACE data)
if(CMAKE_EXECUTABLE_FORMAT STREQUAL ELF)
  ctnn_budget(consumer FLASH 100000000 RAM 1000000)
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(consumer PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wundef -Wold-style-cast
    -Wmissing-declarations -Werror)
endif()
