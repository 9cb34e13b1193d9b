#pragma once

#include <array>
#include <boost/hana/fold_left.hpp>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/detail/infer_in_place.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/detail/storage.hpp>
#include <ctnn/placed/states.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <type_traits>

namespace ctnn::placed {
CTNN_ARITHMETIC_BEGIN

// Layers that follow one another: their stages, their parameters and the forward pass of one sample. A network is a
// chain with more ways to call it; a branch of a composite layer is just a chain.
template <class Scalar, class... Parts>
struct chain : ctnn::detail::storage_for<ctnn::detail::topology<Scalar, Parts...>> {
    using topology = ctnn::detail::topology<Scalar, Parts...>;
    using ctnn::detail::storage_for<topology>::storage_for;
    using ctnn::detail::storage_for<topology>::parameters;

    template <std::size_t Index>
    using stage = ctnn::detail::stage<topology, Index>;
    template <std::size_t Index>
    static constexpr bool computes = ctnn::detail::stages_of<topology>::computes[Index];
    template <std::size_t Index>
    static constexpr std::size_t place = ctnn::detail::stages_of<topology>::place_of(Index);
    using stages = typename ctnn::detail::stages_of<topology>::stages;
    using computing_stages = typename ctnn::detail::stages_of<topology>::computing_stages;
    using records = typename ctnn::detail::stages_of<topology>::records;

    static constexpr std::size_t depth = topology::depth;
    using last_stage = stage<depth - 1>;
    using input_shape = typename topology::input_shape;
    using output_shape = typename last_stage::output_shape;
    static constexpr std::size_t input_size = input_shape::size;
    static constexpr std::size_t output_size = output_shape::size;
    static constexpr std::size_t parameter_count =
        ctnn::detail::stages_of<topology>::parameter_count;

    using scalar = Scalar;
    using input_type = std::array<Scalar, input_size>;
    using output_type = std::array<Scalar, output_size>;

    // (Always inlined, because a machine without vectors keeps everything on the caller's stack.)
    [[gnu::always_inline]] constexpr output_type operator()(input_type const& x) const {
        if constexpr (kernel::goes_in_registers<Scalar> || kernel::sums_exactly<Scalar>) {
            if (!std::is_constant_evaluated()) {
                ctnn::detail::two_places<chain> places;
                return ctnn::detail::copy_of(ctnn::detail::infer_in_place<chain>(
                    x, places, [this](auto this_stage, auto const& in, auto& v) {
                        ctnn::detail::forward_into<decltype(this_stage)>(
                            this->template layer<decltype(this_stage)::index>(), in, v);
                    }));
            }
        }
        return output_type{boost::hana::fold_left(computing_stages{}, x, through_layer{*this})};
    }

    // What its layers remember from step to step, or from sequence to sequence, and the next one.
    using state = std::conditional_t<!remembers<chain, of_steps> && (input_shape::rank > 1),
                                     states<chain, of_sequences>, states<chain, of_steps>>;
    template <class Of>
    [[gnu::always_inline]] constexpr output_type step(states<chain, Of>& all,
                                                      input_type const& x) const {
        // A layer alone needs no place between it and the output.
        if constexpr (depth == 1 && std::is_same_v<typename last_stage::activation, identity> &&
                      Of::template keeps<typename last_stage::bound>)
            return step_of<last_stage>(all, x);
        if constexpr (kernel::goes_in_registers<Scalar> || kernel::sums_exactly<Scalar>) {
            if (!std::is_constant_evaluated()) {
                ctnn::detail::two_places<chain> places;
                return ctnn::detail::copy_of(ctnn::detail::infer_in_place<chain>(
                    x, places, [this, &all](auto this_stage, auto const& in, auto& v) {
                        using here = decltype(this_stage);
                        if constexpr (Of::template keeps<typename here::bound>)
                            v = step_of<here>(all, in);
                        else
                            ctnn::detail::forward_into<here>(this->template layer<here::index>(),
                                                             in, v);
                    }));
            }
        }
        return output_type{
            boost::hana::fold_left(computing_stages{}, x, step_through_layer<Of>{*this, all})};
    }

    friend constexpr bool operator==(chain const& a, chain const& b) {
        return ctnn::detail::have_equal_blocks(a, b);
    }

private:
    template <class Stage, class States>
    constexpr typename Stage::output step_of(States& all, typename Stage::input const& x) const {
        constexpr std::size_t index = Stage::index;
        return Stage::bound::step(this->template layer<index>(), all.template layer<index>(), x);
    }

    struct through_layer {
        chain const& net;

        template <class Input, class Stage>
        constexpr auto operator()(Input const& x, Stage) const {
            auto const& p = net.template layer<Stage::index>();
            if constexpr (std::is_same_v<typename Stage::activation, identity>) // g++ would copy
                return Stage::bound::forward(p, x);
            else
                return ctnn::detail::apply_activation<typename Stage::activation>(
                    Stage::bound::forward(p, x));
        }
    };
    template <class Of>
    struct step_through_layer {
        chain const& net;
        states<chain, Of>& all;

        template <class Input, class Stage>
        constexpr auto operator()(Input const& x, Stage stage) const {
            if constexpr (Of::template keeps<typename Stage::bound>)
                return ctnn::detail::apply_activation<typename Stage::activation>(
                    net.template step_of<Stage>(all, x));
            else
                return through_layer{net}(x, stage);
        }
    };
};

CTNN_ARITHMETIC_END
} // namespace ctnn::placed
