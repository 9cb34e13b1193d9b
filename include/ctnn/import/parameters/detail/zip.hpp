#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/little_endian.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

struct zip_entry {
    text_view name{};
    text_view bytes{}; // as they are in the file
    bool is_compressed = false;

    constexpr bool is_named(text_view end) const {
        return name.size() >= end.size() && text_view(name.end() - end.size(), end.size()) == end;
    }
};

// The entries of a zip, one after the other, from the directory at its end. (Sizes are taken from there, so that what says
// them after an entry's bytes is not needed. Checksums are not compared: a compiler would take minutes.)
class zip_entries {
public:
    constexpr explicit zip_entries(text_view file) : file_{file} {
        // (numpy and PyTorch write no comment after the end.)
        if (file.size() < end_size || four_bytes(end()) != end_mark) {
            broken_ = true;
            return;
        }
        std::uint64_t place = four_bytes(end() + 16);
        left_ = two_bytes(end() + 10);
        // A larger directory, or one farther from the beginning, is said in another record.
        if ((place == none || left_ == 0xffff) && file.size() >= end_size + locator_size &&
            four_bytes(end() - locator_size) == locator_mark) {
            std::uint64_t const record = eight_bytes(end() - locator_size + 8);
            broken_ = file.size() < large_end_size || record > file.size() - large_end_size ||
                      four_bytes(file.data() + record) != large_end_mark;
            if (broken_)
                return;
            left_ = eight_bytes(file.data() + record + 32);
            place = eight_bytes(file.data() + record + 48);
        }
        broken_ = place > file.size();
        place_ = broken_ ? 0 : static_cast<std::size_t>(place);
    }

    constexpr bool is_broken() const { return broken_; }
    // False after the last one, and where the file is broken.
    constexpr bool next(zip_entry& to) {
        if (broken_ || left_ == 0)
            return false;
        char const* const entry = file_.data() + place_;
        std::size_t const left = file_.size() - place_;
        broken_ = left < entry_size || four_bytes(entry) != entry_mark;
        if (broken_)
            return false;
        std::size_t const name = two_bytes(entry + 28), extra = two_bytes(entry + 30);
        std::size_t const all = entry_size + name + extra + two_bytes(entry + 32);
        broken_ = all > left;
        if (broken_)
            return false;
        to.name = {entry + entry_size, name};
        to.is_compressed = two_bytes(entry + 10) != 0;
        std::uint64_t size = four_bytes(entry + 20), first = four_bytes(entry + 42);
        read_large(entry + entry_size + name, extra, size, first, four_bytes(entry + 24) == none);
        bool const is_encrypted = (two_bytes(entry + 8) & 1) != 0;
        broken_ = is_encrypted || !put_bytes(size, first, to);
        place_ += all;
        --left_;
        return !broken_;
    }

private:
    static constexpr std::uint32_t end_mark = 0x06054b50, locator_mark = 0x07064b50,
                                   large_end_mark = 0x06064b50, entry_mark = 0x02014b50,
                                   local_mark = 0x04034b50;
    static constexpr std::uint32_t none = 0xffffffff; // in place of a number of 64 bits
    static constexpr std::size_t end_size = 22, locator_size = 20, large_end_size = 56,
                                 entry_size = 46, local_size = 30;

    constexpr char const* end() const { return file_.end() - end_size; }
    // A size and a place of 64 bits, among what else an entry says.
    static constexpr void read_large(char const* field, std::size_t left, std::uint64_t& size,
                                     std::uint64_t& first, bool has_whole_size) {
        while (left >= 4 && two_bytes(field + 2) <= left - 4) {
            std::size_t const length = two_bytes(field + 2);
            if (two_bytes(field) == 1) {
                std::size_t place = has_whole_size ? 8 : 0;
                read_if_large(field + 4, length, place, size);
                read_if_large(field + 4, length, place, first);
                return;
            }
            field += 4 + length;
            left -= 4 + length;
        }
    }
    static constexpr void read_if_large(char const* from, std::size_t length, std::size_t& place,
                                        std::uint64_t& number) {
        if (number != none || place + 8 > length)
            return;
        number = eight_bytes(from + place);
        place += 8;
    }
    constexpr bool put_bytes(std::uint64_t size, std::uint64_t first, zip_entry& to) const {
        if (file_.size() < local_size || first > file_.size() - local_size)
            return false;
        char const* const local = file_.data() + first;
        std::size_t const begin =
            local_size + two_bytes(local + 26) + std::size_t{two_bytes(local + 28)};
        std::size_t const left = file_.size() - static_cast<std::size_t>(first);
        if (four_bytes(local) != local_mark || begin > left || size > left - begin)
            return false;
        to.bytes = {local + begin, static_cast<std::size_t>(size)};
        return true;
    }

    text_view file_;
    std::size_t place_ = 0;
    std::uint64_t left_ = 0;
    bool broken_ = false;
};

constexpr bool is_zip(text_view file) {
    return file.size() > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
}

} // namespace ctnn::detail
