#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <ctnn/host/prove.hpp>
#include <ctnn/network/network.hpp>

#include "question.hpp"
#include "real_network.hpp"

// Asks all there is to ask of random networks of a type, and compares the answers with what was sampled and
// with one another.

namespace soundness {

struct verdicts {
    std::uint64_t asked = 0, proven = 0, violated = 0, unknown = 0, wrong = 0;

    template <class Verdict>
    void count(Verdict const& v) {
        ++asked;
        proven += v.proven(), violated += v.violated(), unknown += v.unknown();
    }
};

struct trial {
    draw random;
    verdicts of{};
    std::string certificates{}; // a folder, for certificates of some proofs
    std::string name{};
    std::uint64_t number = 0;

    explicit trial(std::uint32_t seed) : random(seed) {}

    void check(bool right, char const* what) {
        if (!right) {
            ++of.wrong;
            std::printf("WRONG: %s: %s (question %llu)\n", name.c_str(), what,
                        static_cast<unsigned long long>(number));
        }
    }
};

template <class Network>
using box_of = ctnn::box<typename Network::scalar, Network::input_size>;
template <class Network>
using points_in = std::vector<typename Network::input_type>;

// A verdict on a condition against all points, and its counterexample computed.
template <class Network, class Condition, class Verdict>
void check_verdict(trial& t, Network const& net, box_of<Network> const& in,
                   points_in<Network> const& points, Condition const& wanted, Verdict const& v,
                   char const* what) {
    t.of.count(v);
    if (v.proven()) {
        t.check(in.is_valid(), what);
        for (auto const& x : points)
            t.check(holds_at_all(wanted, net(x)), what);
        // By the margin at least.
        for (std::size_t k = 0; k < points.size(); k += 7) {
            auto const y = net(points[k]);
            for (auto const& row : wanted.rows) {
                double most = -std::numeric_limits<double>::infinity();
                double size = 0;
                for (auto const& one : row) {
                    most = std::max(most, value_of(one.coefficients, y) + one.constant);
                    size = std::max(size, std::abs(most) + std::abs(one.constant));
                }
                t.check(most + 1e-12 * size >= v.margin, "a margin");
            }
        }
    }
    if (v.violated()) {
        t.check(in.contains(v.counterexample), what);
        t.check(fails_at_all(wanted, net(v.counterexample)), what);
    }
}

// (for a checker of certificates, where there are any)
template <class Options>
void keep_certificate(Options& options, std::string const& file) {
    if constexpr (requires { options.certificate; })
        options.certificate = file;
}

// A third of all with a file, in several runs.
template <class Network, class Condition>
auto prove_on_host(trial& t, Network const& net, box_of<Network> const& in, Condition const& wanted,
                   std::size_t boxes) {
    ctnn::host::proof_options options;
    options.boxes = boxes;
    options.threads = t.number % 4 == 0 ? 2 : 1;
    if (t.number % 3 != 0 || !in.is_valid()) {
        if (!t.certificates.empty() && t.number % 50 == 1)
            keep_certificate(options, t.certificates + "/" + std::to_string(t.number));
        return ctnn::host::prove(net, in, wanted, options);
    }
    auto const file = std::filesystem::temp_directory_path() /
                      ("ctnn_verdicts_" + std::to_string(std::uint64_t{t.random.below(1U << 30)}));
    options.checkpoint = file.string();
    options.boxes = boxes / 4 + 1;
    auto v = ctnn::host::prove(net, in, wanted, options);
    for (int runs = 0; runs < 3 && v.unknown() && !v.problem; ++runs)
        v = ctnn::host::prove(net, in, wanted, options);
    t.check(!v.problem, "a checkpoint");
    std::filesystem::remove(file);
    return v;
}

template <class Network>
void try_conditions(trial& t, Network const& net, box_of<Network> const& in,
                    points_in<Network>& points) {
    auto const wanted = any_condition<Network, 2, 2>(t.random, net, in, points);
    std::size_t const boxes = std::array<std::size_t, 3>{1, 10, 80}[t.random.below(3)];
    auto const v = ctnn::verify::prove(net, in, wanted, boxes);
    check_verdict(t, net, in, points, wanted, v, "prove");
    if constexpr (ctnn::number::detail::floats<typename Network::scalar>) {
        auto const w = prove_on_host(t, net, in, wanted, boxes);
        check_verdict(t, net, in, points, wanted, w.verdict, "host::prove");
        t.check(!(v.proven() && w.violated()) && !(v.violated() && w.proven()),
                "two verdicts that contradict each other");
    }
}

template <class Network>
void try_classes(trial& t, Network const& net, box_of<Network> const& in,
                 points_in<Network> const& points) {
    using T = typename Network::scalar;
    constexpr std::size_t outputs = Network::output_size;
    auto const chosen = [](auto const& y, std::size_t k) {
        bool largest = true;
        for (std::size_t j = 0; j < outputs; ++j)
            largest = largest && (j == k || y[j] < y[k]);
        return largest;
    };
    if constexpr (outputs > 1) {
        std::size_t const k = t.random.below(outputs);
        auto const v = ctnn::verify::class_is(net, in, k, 20);
        t.of.count(v);
        if (v.proven())
            for (auto const& x : points)
                t.check(chosen(net(x), k), "class_is");
        if (v.violated())
            t.check(in.contains(v.counterexample) && !chosen(net(v.counterexample), k), "class_is");
        auto const center = points[t.random.below(points.size())];
        T const radius = static_cast<T>(std::array{0.0, 1e-4, 0.05}[t.random.below(3)]);
        auto const near = box_of<Network>::around(center, radius);
        auto const r = ctnn::verify::robust(net, center, radius, 20);
        t.of.count(r);
        std::size_t of_center = 0;
        auto const at_center = net(center);
        for (std::size_t j = 1; j < outputs; ++j)
            of_center = at_center[j] > at_center[of_center] ? j : of_center;
        if (r.proven())
            for (auto const& x : points_of(t.random, near, 60))
                t.check(chosen(net(x), of_center), "robust");
        if (r.violated())
            t.check(near.contains(r.counterexample) && !chosen(net(r.counterexample), of_center),
                    "robust");
    }
    ctnn::box<T, outputs> range{};
    for (std::size_t j = 0; j < outputs; ++j) {
        auto const a = net(points[t.random.below(points.size())])[j];
        auto const b = net(points[t.random.below(points.size())])[j];
        T const more = static_cast<T>(std::array{0.0, 0.01, 0.5}[t.random.below(3)]);
        range.lower[j] = std::min(a, b) - more, range.upper[j] = std::max(a, b) + more;
    }
    auto const w = ctnn::verify::output_within(net, in, range, 20);
    t.of.count(w);
    if (w.proven())
        for (auto const& x : points)
            t.check(range.contains(net(x)), "output_within");
    if (w.violated()) {
        auto const y = net(w.counterexample);
        bool inside = in.contains(w.counterexample);
        for (std::size_t j = 0; j < outputs; ++j)
            inside = inside && range.lower[j] < y[j] && y[j] < range.upper[j];
        t.check(in.contains(w.counterexample) && !inside, "output_within");
    }
}

template <class Network>
void try_bounds(trial& t, Network const& net, box_of<Network> const& in,
                points_in<Network> const& points) {
    auto const y = ctnn::bounds(net, in);
    for (auto const& x : points) {
        auto const at = net(x);
        for (std::size_t j = 0; j < Network::output_size; ++j)
            t.check(y[j].contains(at[j]) || !is_finite(y[j]), "bounds");
    }
    if constexpr (ctnn::number::detail::floats<typename Network::scalar>) {
        auto const z = ctnn::linear_bounds(net, in);
        for (std::size_t k = 0; k < points.size(); k += 3) {
            auto const at = net(points[k]);
            auto const exact = real_network(net, points[k]);
            for (std::size_t j = 0; j < Network::output_size; ++j)
                t.check(!is_finite(z[j]) ||
                            (z[j].contains(at[j]) && static_cast<real>(z[j].lower) <= exact.y[j] &&
                             exact.y[j] <= static_cast<real>(z[j].upper)),
                        "linear_bounds");
        }
    }
}

// Pairs that differ in one number, at the ends, beside one another and anywhere.
template <class Network>
void try_monotone(trial& t, Network const& net, box_of<Network> const& in,
                  points_in<Network> const& points) {
    using T = typename Network::scalar;
    std::size_t const i = t.random.below(Network::input_size);
    std::size_t const j = t.random.below(Network::output_size);
    bool const falling = t.random.below(2) == 0;
    auto const v = ctnn::verify::monotone(net, in, i, j, 12,
                                          falling ? ctnn::verify::trend::nonincreasing
                                                  : ctnn::verify::trend::nondecreasing);
    t.of.count(v);
    auto const wrong_way = [&](auto const& a, auto const& b) {
        double const change = static_cast<double>(net(b)[j]) - static_cast<double>(net(a)[j]);
        return falling ? change : -change; // above 0 where it is wrong
    };
    if (v.proven() || v.in_real_arithmetic)
        for (auto a : points) {
            auto b = a;
            std::size_t const kind = t.random.below(3);
            T const next = ctnn::number::next_above(a[i]);
            b[i] = kind == 0 && next <= in.upper[i] ? next : in.upper[i];
            if (kind == 2)
                a[i] = in.lower[i];
            double const by = wrong_way(a, b);
            t.check(!v.proven() || !(by > 0), "monotone");
            t.check(!v.in_real_arithmetic || !(by > v.slack), "a slack of monotone");
        }
    if (v.violated()) {
        bool same = true;
        for (std::size_t k = 0; k < Network::input_size; ++k)
            same = same && (k == i || v.counterexample[k] == v.other[k]);
        t.check(same && v.counterexample[i] < v.other[i] && in.contains(v.counterexample) &&
                    in.contains(v.other) && wrong_way(v.counterexample, v.other) > 0,
                "monotone");
    }
}

template <class Network>
void try_derivatives(trial& t, Network const& net, box_of<Network> const& in,
                     points_in<Network> const& points) {
    constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    double const bound = ctnn::verify::lipschitz_bound(net, in);
    double const limit =
        std::isfinite(bound) ? bound * std::array{0.5, 0.9, 1.1}[t.random.below(3)] : 1;
    auto const v = ctnn::verify::lipschitz_below(net, in, limit, 12);
    t.of.count(v);
    auto const apart = [](auto const& a, auto const& b) {
        real most = 0;
        for (std::size_t k = 0; k < a.size(); ++k)
            most = std::max(most, std::abs(static_cast<real>(a[k]) - static_cast<real>(b[k])));
        return most;
    };
    auto const g = ctnn::gradient_bounds(net, in);
    for (std::size_t k = 0; k + 1 < points.size(); k += 2) {
        auto const &a = points[k], &b = points[k + 1];
        auto const y = net(a), z = net(b);
        auto const slopes = real_network(net, a).slopes;
        for (std::size_t j = 0; j < outputs; ++j) {
            real const change = std::abs(static_cast<real>(y[j]) - static_cast<real>(z[j]));
            if (v.proven())
                t.check(change <= static_cast<real>(limit) * apart(a, b) * (1 + 1e-15l) +
                                      static_cast<real>(v.slack),
                        "lipschitz_below");
            for (std::size_t i = 0; i < inputs; ++i)
                t.check(!is_finite(g[j][i]) || (static_cast<real>(g[j][i].lower) <= slopes[j][i] &&
                                                slopes[j][i] <= static_cast<real>(g[j][i].upper)),
                        "gradient_bounds");
        }
    }
    if (v.violated()) {
        auto const y = real_network(net, v.counterexample), z = real_network(net, v.other);
        t.check(in.contains(v.counterexample) && in.contains(v.other) &&
                    apart(y.y, z.y) > static_cast<real>(limit) * apart(v.counterexample, v.other),
                "lipschitz_below");
    }
}

// (of other layers only the code is known)
template <class Network>
constexpr bool has_derivatives = ctnn::detail::is_none<
    decltype(ctnn::verify::detail::gradient_diagnosis<Network, typename Network::input_type>())>;

// `count` questions on conditions, and as many on everything else.
template <class Network>
void try_verdicts(trial& t, char const* name, std::uint64_t count) {
    using T = typename Network::scalar;
    t.name = name;
    t.of = {};
    for (std::uint64_t k = 0; k < count; ++k) {
        ++t.number;
        auto const net = network<Network>(t.random);
        auto const in = any_box<T, Network::input_size>(t.random);
        if (!in.is_valid()) {
            ctnn::verify::condition<Network::output_size, 1, 1> always{};
            always.rows[0][0].constant = 1;
            t.check(ctnn::verify::prove(net, in, always, 9).unknown(), "a box that is none");
            t.check(ctnn::host::prove(net, in, always).unknown(), "a box that is none");
            if constexpr (has_derivatives<Network>)
                t.check(!ctnn::verify::monotone(net, in, 0, 0).in_real_arithmetic,
                        "a box that is none");
            continue;
        }
        auto points = points_of(t.random, in, 120);
        try_conditions(t, net, in, points);
        try_classes(t, net, in, points);
        try_bounds(t, net, in, points);
        if constexpr (has_derivatives<Network>) {
            try_monotone(t, net, in, points);
            try_derivatives(t, net, in, points);
        }
    }
}

} // namespace soundness
