#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/output_condition.hpp>
#include <ctnn/host/proof_options.hpp>
#include <ctnn/host/proof_result.hpp>
#include <ctnn/host/prove.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/host/vnnlib_case.hpp>
#include <ctnn/verify/box.hpp>
#include <optional>
#include <vector>

// A search for counterexamples in a box of decimals, of which the network's scalar has only some.

namespace ctnn::host::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network>
class case_search {
public:
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    using input = std::array<scalar, inputs>;
    using result_type = proof_result<scalar, inputs>;

    case_search(Network const& net, vnnlib_case const& one, proof_options const& options)
        : net_(net), case_(one), options_(options), around_(one.inputs<scalar, inputs>()),
          inside_(one.inside<scalar, inputs>()), wanted_(one.wanted<outputs>()) {
        for (std::size_t i = 0; i < inputs; ++i)
            if (!(inside_.lower[i] <= inside_.upper[i])) {
                inside_.lower[i] = around_.lower[i], inside_.upper[i] = around_.upper[i];
                is_between_[i] = true;
            }
    }

    // First all that the decimals may be rounded to: mostly that is all there is to do.
    result_type run(std::optional<input>& beside) {
        result_type result;
        for (std::size_t i = 0; i < inputs; ++i)
            if (!box<scalar, 1>{{around_.lower[i]}, {around_.upper[i]}}.is_valid()) {
                result.problem = {0,
                                  joined("the network's scalar has no room for the ends of X_", i)};
                result.reason = unknown_reason::refused;
                result.verdict.left = around_;
                return result;
            }
        result = prove(net_, around_, wanted_, options_);
        if (!result.violated())
            return result;
        input const first = result.verdict.counterexample;
        if (is_counterexample(inside_.nearest(first), result)) {
            result.verdict.counterexample = inside_.nearest(first);
            return result;
        }
        if (!(around_ == inside_)) {
            proof_options options = rest_of_options(result);
            if (!options.checkpoint.empty())
                options.checkpoint += ".inside";
            result_type const again = prove(net_, inside_, wanted_, options);
            bool const is_one =
                again.violated() && is_counterexample(again.verdict.counterexample, result);
            add(again, result);
            result.problem = again.problem;
            if (is_one) {
                result.verdict.counterexample = again.verdict.counterexample;
                return result;
            }
            if (again.unknown()) {
                result.verdict = unknown(again.verdict.left, result.verdict.boxes);
                result.reason = again.reason;
                return result;
            }
        }
        beside = first;
        result.reason = unknown_reason::beside;
        result.verdict = unknown(around_, result.verdict.boxes);
        return result;
    }

private:
    using verdict = verify::verdict<scalar, inputs>;

    static verdict unknown(box<scalar, inputs> const& left, std::size_t boxes) {
        verdict result{};
        result.left = left;
        result.boxes = boxes;
        return result;
    }

    // Whether x is one, and so is all that decimals may be rounded to which are between two numbers.
    bool is_counterexample(input const& x, result_type& spent) const {
        auto const y = net_(x);
        if (!inside_.contains(x) || !case_.is_violated_by(y))
            return false;
        if (std::none_of(is_between_.begin(), is_between_.end(), [](bool is) { return is; }))
            return true;
        box<scalar, inputs> rounded{x, x};
        for (std::size_t i = 0; i < inputs; ++i)
            if (is_between_[i])
                rounded.lower[i] = around_.lower[i], rounded.upper[i] = around_.upper[i];
        for (auto const& row : case_.rows) {
            vnnlib_case const one{case_.lower, case_.upper, {row}};
            if (!one.is_violated_by(y))
                continue;
            proof_options options = rest_of_options(spent);
            options.checkpoint.clear();
            auto const all = prove(net_, rounded, satisfied(row), options);
            add(all, spent);
            if (all.proven())
                return true;
        }
        return false;
    }

    // All of c y + k <= 0, whatever k is.
    static output_condition<outputs> satisfied(std::vector<vnnlib_constraint> const& row) {
        output_condition<outputs> all;
        for (auto const& constraint : row) {
            verify::linear_constraint<outputs> negative{};
            for (std::size_t j = 0; j < outputs; ++j)
                negative.coefficients[j] = -constraint.coefficients[j];
            negative.constant = -constraint.constant.high;
            negative.zero_suffices = true;
            all.rows.push_back({negative});
        }
        return all;
    }

    proof_options rest_of_options(result_type const& spent) const {
        proof_options options = options_;
        options.boxes -= (std::min)(options.boxes, spent.verdict.boxes);
        options.seconds -= spent.progress.seconds;
        options.certificate.clear(); // it is of the first search, which proves the case or does not
        return options;
    }
    static void add(result_type const& one, result_type& to) {
        to.verdict.boxes += one.verdict.boxes;
        to.progress.boxes += one.progress.boxes;
        to.progress.seconds += one.progress.seconds;
    }

    Network const& net_;
    vnnlib_case const& case_;
    proof_options const& options_;
    box<scalar, inputs> around_{}, inside_{};
    std::array<bool, inputs> is_between_{};
    output_condition<outputs> wanted_{};
};

CTNN_ARITHMETIC_END
} // namespace ctnn::host::detail
