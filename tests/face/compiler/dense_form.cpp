#include <ctnn/face/compiler/dense_form.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/face/compiler/view.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/placed/detail/update_layer.hpp>

#include "../../catch.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

// Products with zero are skipped where that changes no bits; a minus zero in the parameters is where
// it would.
enum class kinds { zeros_among_inputs, minus_zeros_among_weights, minus_zeros_among_biases };

template <class Scalar, std::size_t Inputs, std::size_t Outputs>
struct shape {
    using bound = typename ctnn::dense<Outputs>::template bound<Scalar, Inputs>;
    using parameters = typename bound::parameters;
    using input = std::array<Scalar, Inputs>;
    using output = std::array<Scalar, Outputs>;
    static constexpr ctnn::kernel::descent<Scalar> rule{Scalar(0.3)};
    struct nothing {};

    struct example {
        parameters p;
        parameters gradient;
        input x;
        output dv;
    };
    static constexpr parameters draw_parameters(seeded::random_numbers& draw) {
        parameters p{};
        p.weights.values = draw.array<Scalar, Inputs * Outputs>();
        p.biases = draw.array<Scalar, Outputs>();
        return p;
    }
    // Every third of the numbers is zero, every sixth minus zero; but none of three or fewer, for
    // with a zero among them it makes no difference in which order they are added.
    template <std::size_t Size>
    static constexpr std::array<Scalar, Size> draw_zeros_among(seeded::random_numbers& draw) {
        auto values = draw.array<Scalar, Size>();
        for (std::size_t i = Size > 3 ? 0 : Size; i < Size; i += 3)
            values[i] = i % 2 == 0 ? Scalar(0) : -Scalar(0);
        return values;
    }
    static constexpr example made_of(std::uint32_t seed, kinds kind) {
        seeded::random_numbers draw(seed);
        example e{draw_parameters(draw), draw_parameters(draw), draw_zeros_among<Inputs>(draw),
                  draw_zeros_among<Outputs>(draw)};
        if (kind == kinds::minus_zeros_among_weights)
            for (std::size_t i = 0; i < Inputs * Outputs; i += 2)
                e.p.weights.values[i] = -Scalar(0);
        if (kind == kinds::minus_zeros_among_biases)
            for (std::size_t j = 0; j < Outputs; j += 2)
                e.p.biases[j] = -Scalar(0);
        // What is skipped would change a minus zero if it were added with this sign.
        e.dv[Outputs - 1] = Scalar(-0.5);
        return e;
    }

    // All that is done to a layer, one after the other.
    struct outcome {
        output v{};
        input dx{};
        parameters gradient{};
        parameters descended{};
        parameters subtracted{};
        output v_afterwards{};
        input dx_afterwards{};
    };

    static constexpr outcome in_the_compiler(std::uint32_t seed, kinds kind) {
        using form = ctnn::compiler::dense_form<Scalar, Inputs, Outputs, true>;
        using ctnn::compiler::view;
        auto const e = made_of(seed, kind);
        outcome o;
        form layer(e.p);
        form gradient(e.gradient);
        view<input const> const x(e.x);
        view<output const> const dv(e.dv);
        layer.forward(x, view<output>(o.v));
        layer.backward(x, dv, view<input>(o.dx));
        layer.accumulate(x, nothing{}, dv, gradient);
        gradient.store(o.gradient);
        layer.update(rule, x, nothing{}, dv);
        layer.store(o.descended);
        layer.update_by(rule, gradient);
        layer.store(o.subtracted);
        layer.forward(x, view<output>(o.v_afterwards));
        layer.backward(x, dv, view<input>(o.dx_afterwards));
        return o;
    }

    static outcome on_the_machine(std::uint32_t seed, kinds kind) {
        auto const e = made_of(seed, kind);
        outcome o;
        o.v = bound::forward(e.p, e.x);
        o.dx = bound::backward(e.p, e.x, e.dv);
        o.gradient = e.gradient;
        bound::accumulate_gradient(e.p, e.x, e.dv, o.gradient);
        o.descended = e.p;
        bound::update(rule, e.x, e.dv, o.descended);
        o.subtracted = o.descended;
        ctnn::detail::update_parameters(rule, o.gradient, o.subtracted);
        o.v_afterwards = bound::forward(o.subtracted, e.x);
        o.dx_afterwards = bound::backward(o.subtracted, e.x, e.dv);
        return o;
    }

    template <kinds Kind>
    static void check_kind() {
        constexpr std::uint32_t seed = Inputs * 1000 + Outputs;
        constexpr outcome expected = in_the_compiler(seed, Kind);
        auto const actual = on_the_machine(compare::opaque(seed), Kind);
        CAPTURE(Inputs, Outputs, sizeof(Scalar), Kind);
        CHECK(compare::same_bits(actual.v, expected.v));
        CHECK(compare::same_bits(actual.dx, expected.dx));
        CHECK(compare::same_bits(actual.gradient, expected.gradient));
        CHECK(compare::same_bits(actual.descended, expected.descended));
        CHECK(compare::same_bits(actual.subtracted, expected.subtracted));
        CHECK(compare::same_bits(actual.v_afterwards, expected.v_afterwards));
        CHECK(compare::same_bits(actual.dx_afterwards, expected.dx_afterwards));
    }
    static void check() {
        check_kind<kinds::zeros_among_inputs>();
        check_kind<kinds::minus_zeros_among_weights>();
        check_kind<kinds::minus_zeros_among_biases>();
    }
};

} // namespace

TEMPLATE_TEST_CASE("the compiler's form of a dense layer has the machine's bits", "[compiler]",
                   float, double) {
    shape<TestType, 1, 1>::check();
    shape<TestType, 1, 7>::check();
    shape<TestType, 3, 2>::check();
    shape<TestType, 2, 4>::check();
    shape<TestType, 5, 5>::check();
    shape<TestType, 8, 3>::check();
    shape<TestType, 4, 1>::check();
    shape<TestType, 9, 17>::check();
    shape<TestType, 16, 64>::check();
    shape<TestType, 64, 16>::check();
    shape<TestType, 70, 10>::check();
    shape<TestType, 100, 3>::check();
    shape<TestType, 2, 130>::check();
}
