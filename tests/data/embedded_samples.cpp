#include <ctnn/data/embedded_samples.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <ctnn/data/csv.hpp>
#include <memory>

#include "../catch.hpp"
#include "digits_csv.hpp" // made by ctnn_embed
#include "iris_csv.hpp"   // made by ctnn_embed

namespace {

constexpr auto& iris = ctnn::embedded_samples<iris_csv, float, 4, 3>;
static_assert(iris == ctnn::csv<float, 4, 3, 150>(iris_csv).samples);

// Read in several stages.
constexpr auto& digits = ctnn::embedded_samples<digits_csv, float, 64, 10>;
static_assert(digits.size() == 1797);
static_assert(digits[0].target[0] == 1 && digits[1].target[1] == 1 && digits[1796].target[8] == 1);
static_assert(digits[0].input[2] == 5 && digits[0].input[3] == 13);

constexpr ctnn::csv_format format{.separator = ';', .target_column = 0, .classes = "no;yes"};
constexpr ctnn::text_view text = "\n\nb;a\nno;1\n\n\"yes\";2.5e1\nno;3";
constexpr auto& three = ctnn::embedded_samples<text, double, 1, 2, format>;
static_assert(three.size() == 3 && three[1].input[0] == 25 && three[1].target[1] == 1);

} // namespace

TEST_CASE("embedded_samples: the stages together give what the machine reads in one") {
    auto const again =
        std::make_unique<ctnn::csv_result<std::remove_cvref_t<decltype(digits[0])>, 1797>>(
            ctnn::csv<float, 64, 10, 1797>(digits_csv));
    CHECK(again->ok());
    CHECK(again->samples == digits);
}

TEST_CASE("embedded_samples: the digits' pixels are all there") {
    // awk -F, 'NR > 1 {for (i = 1; i < 65; ++i) s += i * $i} END {print s}' digits.csv
    double sum = 0;
    for (auto const& digit : digits)
        for (std::size_t i = 0; i < 64; ++i)
            sum += static_cast<double>(digit.input[i]) * static_cast<double>(i + 1);
    CHECK(sum == 18222371);
}
