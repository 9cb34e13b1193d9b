#pragma once

#include <filesystem>
#include <string>

// A path for a file of a test, which is removed with it.
struct temporary_file {
    std::string path;

    // (test cases may run at the same time, each has names of its own)
    explicit temporary_file(std::string const& name)
        : path((std::filesystem::temp_directory_path() / ("ctnn_test_" + name)).string()) {
        remove();
    }
    temporary_file(temporary_file const&) = delete;
    ~temporary_file() { remove(); }

private:
    void remove() const {
        std::error_code error;
        std::filesystem::remove(path, error);
        std::filesystem::remove(path + ".next", error);
    }
};
