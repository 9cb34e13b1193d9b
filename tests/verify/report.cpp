#include <ctnn/verify/report.hpp>

#include <array>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/residual.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/outputs.hpp>
#include <ctnn/verify/report_record.hpp>
#include <string>
#include <string_view>

#include "../catch.hpp"
#include "../laws/composites.hpp"
#include "../support/compare.hpp"

namespace {

namespace verify = ctnn::verify;
using ctnn::dense, ctnn::input, ctnn::relu;

// A part without a name, of which there may be another.
struct scale {
    template <class Scalar, std::size_t Inputs>
    struct bound {
        static constexpr std::size_t output_size = Inputs;
        using values = std::array<Scalar, Inputs>;
        struct parameters {
            std::array<Scalar, 1> factor{};
            friend constexpr bool operator==(parameters const&, parameters const&) = default;
        };
        static constexpr values forward(parameters const& p, values x) {
            for (Scalar& value : x)
                value *= p.factor[0];
            return x;
        }
        static constexpr values backward(parameters const& p, values const&, values dv) {
            return forward(p, dv);
        }
        static constexpr void accumulate_gradient(parameters const&, values const& x,
                                                  values const& dv, parameters& gradient) {
            for (std::size_t i = 0; i < Inputs; ++i)
                gradient.factor[0] += x[i] * dv[i];
        }
    };
};
struct square {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(2) * x;
    }
};

using small_model =
    ctnn::network<float, input<2>, dense<2, ctnn::leaky_relu>, dense<1>, ctnn::tanh>;
constexpr small_model small{{{{1, -2}, {0.5f, 3}}, {0.25f, -1}}, {{{0}, {0.1f}}, {2}}};
using wide_model = ctnn::network<double, input<1>, dense<1, ctnn::basic_elu<2>>>;
constexpr wide_model wide{{{{0.1}}, {-3}}};
using fixed = ctnn::fixed_point<3, 12>;
using fixed_model = ctnn::network<fixed, input<1>, dense<1>>;
constexpr fixed_model in_steps{{{{fixed(0.5)}}, {fixed(-1.25)}}};
using own_model = ctnn::network<float, input<1>, scale, dense<1, square>>;
constexpr own_model own{{{2}}, {{{1}}, {0}}};

template <class Network>
std::string topology() {
    struct {
        std::string all{};
        void put(char c) { all += c; }
    } of;
    ctnn::detail::put_topology<Network>(of);
    return of.all;
}

constexpr bool is(verify::detail::digest_text const& found, std::string_view digits) {
    return digits == std::string_view(found.data(), 64);
}

// Of tests/oracles/audit.py, in constants of every compiler.
static_assert(is(verify::detail::network_digest(small),
                 "35c2b48b5cb73789732fc1936e333e138d8b0e7182a33cabd3788cd098689ca0"));
static_assert(is(verify::detail::network_digest(wide),
                 "634fa758b24ae92362a4cc03b9e6f6622204f17b4f7133c6e2874dd19b0e6123"));
static_assert(is(verify::detail::network_digest(in_steps),
                 "08c93eadbfdb5987c1a68c804de0260f7c156b4a79c9ef48d0bd2d10769f7eff"));
static_assert(is(verify::detail::network_digest(own),
                 "872321f98d6e6214995934e6982357dd82cc035e46dadaa76bf8d5204613b0ba"));

struct limited {
    static constexpr auto network =
        ctnn::initialize<ctnn::network<float, input<2>, dense<8, relu>, dense<1>>>(
            ctnn::glorot_uniform{}, 3);
    static constexpr ctnn::box<float, 2> inputs{{-1, 0.125f}, {1, 0.5f}};
    static constexpr verify::condition<1, 2, 2> wanted{
        {{{{{{-1}, 5}, {{-1}, 5}}}, {{{{1}, -0.5}, {{1.5}, 0.25}}}}}};
    static constexpr std::size_t boxes = 1;
};
struct not_limited : limited {
    static constexpr verify::condition<1, 1, 1> wanted{{{{{{{1}, -100}}}}}};
};

struct halves {
    static constexpr char const* name = "halves";
    template <class T>
    constexpr std::array<T, 1> operator()(std::array<T, 1> const& x,
                                          std::array<T, 1> const& u) const {
        return {T(0.5f) * x[0] + T(0.25f) * u[0]};
    }
};
struct loop {
    static constexpr ctnn::network<float, input<1>, dense<1>> network{{{{0.5f}}, {0}}};
    static constexpr ctnn::box<float, 1> inputs{{-1}, {1}};
    static constexpr halves plant{};
    static constexpr std::size_t boxes = 10;
};
struct never_saturates {
    static constexpr auto network = in_steps;
    static constexpr ctnn::box<fixed, 1> inputs{{fixed(-1)}, {fixed(1.5)}};
    static constexpr verify::no_saturation wanted{};
    static constexpr std::size_t boxes = 10;
};

template <class Texts>
std::string_view json_of() {
    return {Texts::json.data(), Texts::json.size() - 1};
}
bool has(std::string_view all, std::string_view part) {
    return all.find(part) != all.npos;
}

} // namespace

TEST_CASE("topologies as text", "[verify]") {
    CHECK(topology<small_model>() == "float32, input 2, dense 2 leaky_relu(0.01), dense 1, tanh");
    CHECK(topology<wide_model>() == "float64, input 1, dense 1 elu(2)");
    CHECK(topology<fixed_model>() == "fixed_point(3 12), input 1, dense 1");
    CHECK(topology<own_model>() == "float32, input 1, unnamed 1, dense 1 unnamed");
    using ctnn::dense, ctnn::input, ctnn::residual;
    using branches = ctnn::network<float, input<2>, residual<residual<ctnn::relu>, dense<2>>,
                                   own::beside<own::branch<dense<3>>, own::shortcut>>;
    CHECK(topology<branches>() ==
          "float32, input 2, residual of [input 2] and [input 2, residual of "
          "[input 2] and [input 2, relu] 2, dense 2] 2, "
          "beside of [input 2, dense 3] and [input 2] 5");
    CHECK(ctnn::detail::has_names<branches>());
    CHECK(!ctnn::detail::has_names<
          ctnn::network<float, input<2>, own::multiplied<own::shortcut, own::branch<dense<2>>>>>());
    CHECK(ctnn::detail::has_names<small_model>());
    CHECK(ctnn::detail::has_names<fixed_model>());
    CHECK_FALSE(ctnn::detail::has_names<own_model>());
    CHECK_FALSE(ctnn::detail::has_names<ctnn::network<float, input<1>, dense<1, square>>>());
}

TEST_CASE("a network has the digest at run time that it has in constants", "[verify]") {
    CHECK(verify::detail::network_digest(compare::opaque(small)) ==
          verify::detail::network_digest(small));
    auto other = small;
    other.template layer<1>().biases[0] = 2.0000002f;
    CHECK(verify::detail::network_digest(other) != verify::detail::network_digest(small));
}

// The digest of the property is that of tests/oracles/audit.py, too.
TEST_CASE("the report of a proof", "[verify]") {
    using texts = verify::detail::report_texts<limited>;
    CHECK(is(texts::digest_of_property,
             "49a4a551e1d3d1b261e74affffd02f6061af82fb739d5f5af739a0935f15cc93"));
    auto const found = verify::proof<limited>;
    REQUIRE(found.unknown() == false);
    std::string_view const json = json_of<texts>();
    CHECK(has(json, "\"topology\": \"float32, input 2, dense 8 relu, dense 1\""));
    CHECK(has(json, "\"condition\": \"-y0 + 5 > 0\\ny0 - 0.5 > 0 or 1.5 y0 + 0.25 > 0\""));
    CHECK(has(json, "\"lower\": [-1, 0.125]"));
    CHECK(has(json, "\"boxes\": 1,\n  \"most_boxes\": 1,"));
    CHECK(verify::report<limited>.json == texts::json.data());
    CHECK(verify::report<limited>.text.size() + 1 == texts::text.size());
}

TEST_CASE("the report of a counterexample, in a constant", "[verify]") {
    std::string_view const json = json_of<verify::detail::report_texts<not_limited>>();
    CHECK(has(json, "\"verdict\": \"violated\""));
    CHECK(has(json, "\"condition\": \"y0 - 100 > 0\""));
    CHECK(has(json, "\"counterexample\": {\n    \"input\": ["));
}

struct by_expression {
    static constexpr auto& network = limited::network;
    static constexpr auto& inputs = limited::inputs;
    static constexpr auto wanted = !(verify::outputs::output<0> >= 100);
    static constexpr std::size_t boxes = 1;
};

struct of_unequal_rows : by_expression {
    static constexpr auto wanted =
        verify::outputs::output<0> < 100 &&
        (verify::outputs::output<0> < 99 || verify::outputs::output<0> <= 99);
};

struct reversed {
    static constexpr auto& network = limited::network;
    static constexpr ctnn::box<float, 2> inputs{{1, 0}, {0, 1}};
    static constexpr auto wanted = verify::outputs::output<0> < 100;
    static constexpr std::size_t boxes = 1;
};

TEST_CASE("the report of a question that makes no sense says so", "[verify]") {
    std::string_view const json = json_of<verify::detail::report_texts<reversed>>();
    CHECK(has(json, "\"verdict\": \"unknown\""));
    CHECK(has(json, "the question makes no sense"));
}

TEST_CASE("the report of a condition that is an expression has its rows", "[verify]") {
    std::string_view const json = json_of<verify::detail::report_texts<by_expression>>();
    CHECK(has(json, "\"condition\": \"-y0 + 100 > 0\""));
    std::string_view const of_two = json_of<verify::detail::report_texts<of_unequal_rows>>();
    CHECK(has(of_two, "\"condition\": \"-y0 + 100 > 0\\n-y0 + 99 > 0 or -y0 + 99 >= 0\""));
}

TEST_CASE("reports of control loops and of overflow", "[verify]") {
    std::string_view const of_loop = json_of<verify::detail::report_texts<loop>>();
    CHECK(has(of_loop, "\"verdict\": \"proven\""));
    CHECK(has(of_loop, "\\nstays in the box with the plant halves\\n"));
    std::string_view const of_steps = json_of<verify::detail::report_texts<never_saturates>>();
    CHECK(has(of_steps, "\"verdict\": \"proven\""));
    CHECK(has(of_steps, "\"lower\": [-1],\n    \"upper\": [1.5]"));
    CHECK(has(of_steps, "scalar fixed_point(3 12)\\n"));
    CHECK(has(of_steps, "\\nnothing saturates\\n"));
}

// What cmake/proof looks for in an object file.
TEST_CASE("a record of a report is its mark and both texts", "[verify]") {
    auto const& record = verify::report_record<limited>;
    char const* const first = record.mark.data();
    std::string_view const all(first, sizeof record);
    std::string expected("\0ctnn proof record 1\n", 21);
    expected += verify::report<limited>.json;
    expected += '\0';
    expected += verify::report<limited>.text;
    expected += '\0';
    CHECK(all == expected);
}
