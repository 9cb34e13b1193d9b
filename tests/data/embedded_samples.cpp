#include <ctnn/data/embedded_samples.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/data/csv.hpp>
#include <ctnn/data/detail/csv_slices.hpp>
#include <memory>
#include <type_traits>

#include "../catch.hpp"
#include "digits_csv.hpp" // made by ctnn_embed
#include "iris_csv.hpp"   // made by ctnn_embed

namespace {

constexpr auto& iris = ctnn::embedded_samples<iris_csv, float, 4, 3>;
constexpr auto iris_at_once = ctnn::csv<float, 4, 3, 150>(iris_csv);
static_assert(std::equal(iris.begin(), iris.end(), iris_at_once.begin(), iris_at_once.end()));

// Read in several slices.
constexpr auto& digits = ctnn::embedded_samples<digits_csv, float, 64, 10>;
static_assert(digits.size() == 1797);
static_assert(digits[0].target[0] == 1 && digits[1].target[1] == 1 && digits[1796].target[8] == 1);
static_assert(digits[0].input[2] == 5 && digits[0].input[3] == 13);

constexpr ctnn::csv_format format{.separator = ';', .target_column = 0, .classes = "no;yes"};
constexpr ctnn::text_view text = "\n\nb;a\nno;1\n\n\"yes\";2.5e1\nno;3";
constexpr auto& three = ctnn::embedded_samples<text, double, 1, 2, format>;
static_assert(three.size() == 3 && three[1].input[0] == 25 && three[1].target[1] == 1);

// Numbers that take so much work that clang needs several constants for one slice.
constexpr std::size_t costly_rows = 400;
constexpr auto costly_bytes = [] {
    constexpr char line[] = "1234e-300,0\n";
    constexpr std::size_t length = sizeof line - 1;
    std::array<char, costly_rows * length> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = line[i % length];
    for (std::size_t row = 0; row < costly_rows; ++row) {
        bytes[row * length + 1] = static_cast<char>('0' + row % 10);
        bytes[row * length + 2] = static_cast<char>('0' + row / 10 % 10);
        bytes[row * length + 3] = static_cast<char>('0' + row / 100);
    }
    return bytes;
}();
constexpr ctnn::text_view costly_text(costly_bytes.data(), costly_bytes.size());
constexpr ctnn::csv_format no_header{.header = false};
constexpr auto& costly = ctnn::embedded_samples<costly_text, double, 1, 2, no_header>;
static_assert(costly.size() == costly_rows && costly[321].input[0] == 1123e-300);
constexpr auto wrong_bytes = [] {
    auto bytes = costly_bytes;
    bytes[bytes.size() - 3] = 'x'; // the separator of the last row
    return bytes;
}();
constexpr ctnn::text_view wrong_text(wrong_bytes.data(), wrong_bytes.size());
static_assert(
    ctnn::detail::csv_problem_in<ctnn::detail::csv_source<wrong_text, double, 1, 2, no_header>> ==
    ctnn::csv_problem{ctnn::csv_problem::kinds::field_is_not_a_number, costly_rows, 1,
                      "1993e-300x0"});

#if defined(__clang__)
using source = ctnn::detail::csv_source<costly_text, double, 1, 2, no_header>;
static_assert(source::slices == 1 && ctnn::detail::last_csv_piece<source, 0>() > 0);
#endif

} // namespace

TEST_CASE("embedded_samples: the pieces of a slice together give what the machine reads in one") {
    auto const again = ctnn::csv<double, 1, 2, costly_rows>(costly_text, no_header);
    CHECK(again.ok());
    CHECK(std::equal(again.begin(), again.end(), costly.begin(), costly.end()));
}

TEST_CASE("embedded_samples: the slices together give what the machine reads in one") {
    auto const again =
        std::make_unique<ctnn::csv_result<std::remove_cvref_t<decltype(digits[0])>, 1797>>(
            ctnn::csv<float, 64, 10, 1797>(digits_csv));
    CHECK(again->ok());
    CHECK(std::equal(again->begin(), again->end(), digits.begin(), digits.end()));
}

TEST_CASE("embedded_samples: the digits' pixels are all there") {
    // awk -F, 'NR > 1 {for (i = 1; i < 65; ++i) s += i * $i} END {print s}' digits.csv
    double sum = 0;
    for (auto const& digit : digits)
        for (std::size_t i = 0; i < 64; ++i)
            sum += static_cast<double>(digit.input[i]) * static_cast<double>(i + 1);
    CHECK(sum == 18222371);
}
