// CSV text: whatever the bytes are, the reader comes to an end, and reading at once and row by row agree. The first four
// bytes say how the text is to be read, so that a corpus can be written by hand: see format_of.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <ctnn/data/csv.hpp>
#include <ctnn/data/csv_rows.hpp>

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
        format.classes = "x,y,z";
    format.separator = bytes[1];
    format.quote = bytes[2];
    if (bytes[3] >= '0' && bytes[3] <= '9')
        format.target_column = static_cast<std::size_t>(bytes[3] - '0');
    return format;
}

constexpr std::size_t room = 64;

template <class Scalar, std::size_t Inputs, std::size_t Outputs>
void read(text_view const& text, csv_format const& format) {
    auto const all = std::make_unique<decltype(ctnn::csv<Scalar, Inputs, Outputs, room>(text))>(
        ctnn::csv<Scalar, Inputs, Outputs, room>(text, format));
    ctnn::csv_reader<Scalar, Inputs, Outputs> reader(text, format);
    typename decltype(reader)::sample one{};
    std::size_t rows = 0;
    for (; reader.read(one); ++rows)
        expect(rows >= room || (*all)[rows] == one || format.infinity_and_nan,
               "csv and csv_reader read different samples");
    expect(all->size() == (rows < room ? rows : room), "csv and csv_reader read different rows");
    if (all->ok())
        expect(reader.ok() && ctnn::csv_rows(text, format) == rows, "csv_rows counts other rows");
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
    return 0;
}
