// CSV text: whatever the bytes are, the reader comes to an end, reading at once, row by row and in pieces agree, and numbers
// are those of strtod. The first four bytes say how the text is to be read, so that a corpus can be written by hand: see
// format_of.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <ctnn/data/csv.hpp>
#include <ctnn/data/csv_rows.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/data/detail/parse_number.hpp>
#include <ctnn/number/fixed_point.hpp>

namespace {

using ctnn::csv_format;
using ctnn::text_view;

void expect(bool holds, char const* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

// "h,\"3": bits of the first byte are the booleans and the classes, then separator and quote as they are, then the target
// column's digit, or any other byte for the last one.
csv_format format_of(char const* bytes) {
    auto const bits = static_cast<unsigned>(bytes[0]);
    csv_format format;
    format.header = (bits & 1) == 0;
    format.one_hot = (bits & 2) == 0;
    format.infinity_and_nan = (bits & 4) != 0;
    if ((bits & 8) != 0)
        format.classes = bytes[1] == ';' ? text_view("x;y;z") : text_view("x,y,z");
    if ((bits & 16) != 0)
        format.decimal = ',';
    format.separator = bytes[1];
    format.quote = bytes[2];
    if (bytes[3] >= '0' && bytes[3] <= '9')
        format.target_column = static_cast<std::size_t>(bytes[3] - '0');
    return format;
}

constexpr std::size_t room = 64;

template <class Sample>
bool same(Sample const& left, Sample const& right, csv_format const& format) {
    return left == right || format.infinity_and_nan; // (no NaN is the same)
}

template <class Scalar, std::size_t Inputs, std::size_t Outputs>
void read(text_view const& text, csv_format const& format) {
    using reader_type = ctnn::csv_reader<Scalar, Inputs, Outputs>;
    auto const all = std::make_unique<decltype(ctnn::csv<Scalar, Inputs, Outputs, room>(text))>(
        ctnn::csv<Scalar, Inputs, Outputs, room>(text, format));
    reader_type reader(text, format);
    typename reader_type::sample one{};
    std::size_t rows = 0;
    for (; reader.read(one); ++rows)
        expect(rows >= room || same((*all)[rows], one, format),
               "csv and csv_reader read different samples");
    expect(all->size() == (rows < room ? rows : room), "csv and csv_reader read different rows");
    if (all->ok())
        expect(reader.ok() && ctnn::csv_rows(text, format) == rows, "csv_rows counts other rows");
    char const* const found = reader.problem().found.data();
    std::size_t const length = reader.problem().found.size();
    expect(length == 0 || (found >= text.begin() && found + length <= text.end()) ||
               reader.problem().row == 0,
           "what is found is not a piece of the text");

    // As embedded_samples does it, in pieces of three rows.
    if (reader_type::problem_before_the_data(text, format).kind != ctnn::csv_problem::kinds::none)
        return;
    reader_type whole(text, format);
    ctnn::detail::csv_rows_walk walk(text, format);
    walk.skip(0);
    while (!walk.at_end() && whole.ok()) {
        reader_type piece(text, format, walk.place());
        typename reader_type::sample again{};
        for (std::size_t left = walk.skip(3); left != 0; --left) {
            bool const is_there = whole.read(one);
            expect(piece.read(again) == is_there, "a piece has other rows than the whole");
            if (!is_there)
                break;
            expect(same(one, again, format), "a piece has other samples than the whole");
        }
        expect(piece.problem() == whole.problem(), "a piece has another problem than the whole");
    }
    expect(!whole.ok() || !whole.read(one), "the pieces end before the whole");
}

// The text as one number. (Hexadecimal numbers and other spaces are strtod's alone, as is "nan(...)".)
template <class T>
void convert(std::string const& text, T (*in_c)(char const*, char**)) {
    if (text.size() > 1000 || text.find_first_of(std::string("xX(\n\r\v\f\0", 8)) != text.npos)
        return;
    T value = 0;
    std::size_t work = 0;
    auto const kind =
        ctnn::detail::parse_number(text_view(text.data(), text.size()), true, '.', value, work);
    char* end = nullptr;
    T const wanted = in_c(text.c_str(), &end);
    while (*end == ' ' || *end == '\t')
        ++end;
    bool const is_number =
        end == text.data() + text.size() && text.find_first_not_of(" \t") != text.npos;
    expect((kind == ctnn::csv_problem::kinds::none) == is_number,
           "a number, or none, unlike strtod");
    if (is_number)
        expect(value == wanted || (value != value && wanted != wanted),
               "another number than strtod's");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size < 4)
        return 0;
    auto const* const first = reinterpret_cast<char const*>(bytes);
    csv_format const format = format_of(first);
    text_view const text(first + 4, size - 4);
    read<double, 2, 3>(text, format);
    read<float, 1, 1>(text, format);
    read<ctnn::fixed_point<3, 12>, 1, 2>(text, format);
    std::string const number(text.begin(), text.end());
    convert<double>(number, std::strtod);
    convert<float>(number, std::strtof);
    return 0;
}
