#include <ctnn/host/read_file.hpp>

#include <fstream>
#include <string>

#include "../catch.hpp"
#include "temporary_file.hpp"

using ctnn::host::read_file;

TEST_CASE("a file is read with all its bytes", "[host]") {
    temporary_file const file("bytes");
    std::string const bytes = std::string("\r\n\0\x1a\xff", 5) + std::string(40'000, 'x');
    std::ofstream(file.path, std::ios::binary) << bytes;
    auto const read = read_file(file.path);
    CHECK(!read.problem);
    CHECK(read.text == bytes);
}

TEST_CASE("what can not be read says why", "[host]") {
    auto const folder = std::filesystem::temp_directory_path().string();
    CHECK(read_file(folder).problem.message() == folder + " is a folder");
    CHECK(read_file("no such file").problem.message() ==
          "no such file can not be opened: No such file or directory");
    CHECK(read_file("").problem);
    CHECK(read_file(folder).text.empty());
}
