#pragma once

#include "activations.hpp"

namespace bits {

template <>
inline constexpr char const* part_name<ctnn::cross_entropy> = "cross_entropy";
template <>
inline constexpr char const* part_name<ctnn::binary_cross_entropy> = "binary_cross_entropy";
template <>
inline constexpr char const* part_name<ctnn::mean_squared_error> = "mean_squared_error";
template <>
inline constexpr char const* part_name<ctnn::mean_absolute_error> = "mean_absolute_error";
template <>
inline constexpr char const* part_name<ctnn::huber> = "huber";
template <>
inline constexpr char const* part_name<ctnn::negative_log_likelihood> = "negative_log_likelihood";
template <>
inline constexpr char const* part_name<ctnn::hinge> = "hinge";
template <>
inline constexpr char const* part_name<ctnn::squared_hinge> = "squared_hinge";
template <>
inline constexpr char const* part_name<ctnn::log_cosh> = "log_cosh";
template <>
inline constexpr char const* part_name<ctnn::quantile> = "quantile";
template <>
inline constexpr char const* part_name<ctnn::poisson> = "poisson";
template <>
inline constexpr char const* part_name<ctnn::poisson_from_logarithms> = "poisson_from_logarithms";
template <>
inline constexpr char const* part_name<ctnn::cosine_similarity> = "cosine_similarity";
template <>
inline constexpr char const* part_name<ctnn::kullback_leibler> = "kullback_leibler";
template <>
inline constexpr char const* part_name<ctnn::cross_entropy_from_logits> =
    "cross_entropy_from_logits";
template <>
inline constexpr char const* part_name<ctnn::binary_cross_entropy_from_logits> =
    "binary_cross_entropy_from_logits";
template <>
inline constexpr char const* part_name<ctnn::focal> = "focal";
template <>
inline constexpr char const* part_name<ctnn::binary_focal> = "binary_focal";
template <>
inline constexpr char const* part_name<ctnn::smoothed<ctnn::cross_entropy>> =
    "smoothed cross_entropy";

struct weighted_classes {
    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return on<Size>().value(y, t);
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        return on<Size>().derivative(y, t);
    }

private:
    template <std::size_t Size>
    static constexpr auto on() {
        ctnn::weighted<ctnn::cross_entropy, Size> loss;
        for (std::size_t i = 0; i < Size; ++i)
            loss.weights[i] = 0.3 * static_cast<double>(i + 1);
        return loss;
    }
};
template <>
inline constexpr char const* part_name<weighted_classes> = "weighted cross_entropy";

template <class Loss>
inline constexpr bool takes_signs =
    std::is_same_v<Loss, ctnn::hinge> || std::is_same_v<Loss, ctnn::squared_hinge>;

// A loss and its derivative on so many outputs; with an activation, differentiated as one with it.
template <class Loss, class Scalar, class Activation = void>
struct loss {
    static std::string name() {
        std::string const fused =
            std::is_void_v<Activation> ? "" : std::string(" of ") + part_name<Activation>;
        return std::string("loss ") + part_name<Loss> + fused + scalar_name<Scalar>;
    }
    static constexpr std::size_t sizes[] = {1, 2, 3, 5, 17};
    static constexpr std::size_t pieces = std::size(sizes);

    static constexpr void add(digest& to, std::size_t piece, std::uint64_t nothing) {
        inputs from(piece, nothing);
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            ((Index == piece ? add_size<sizes[Index]>(to, from, nothing) : void()), ...);
        }
        (std::make_index_sequence<pieces>{});
    }

private:
    template <std::size_t Size>
    static constexpr void add_size(digest& to, inputs& from, std::uint64_t nothing) {
        Loss const on{};
        for (std::uint64_t round = nothing; round < 8; ++round) {
            std::array<Scalar, Size> y{};
            std::array<Scalar, Size> target{};
            for (Scalar& value : y)
                value = from.probability<Scalar>();
            for (Scalar& value : target)
                value = from.probability<Scalar>();
            if (round % 2 == 0) // one-hot, as of classes
                for (std::size_t i = 0; i < Size; ++i)
                    target[i] = i == round % Size ? Scalar(1) : Scalar(0);
            if constexpr (takes_signs<Loss>)
                for (Scalar& value : target)
                    value = value < Scalar(0.5) ? Scalar(-1) : Scalar(1);
            if constexpr (std::is_void_v<Activation>) {
                for (Scalar& value : y)
                    if (std::is_same_v<Loss, ctnn::huber> && round > 3)
                        value *= Scalar(4); // on both sides of its knee
                    else if (std::is_same_v<Loss, ctnn::negative_log_likelihood>)
                        value = -value; // a logarithm
                to.add(on.value(y, target));
                to.add(on.derivative(y, target));
            } else {
                auto v = from.weights<Scalar, Size>();
                for (Scalar& value : v)
                    value *= Scalar(8);
                y = ctnn::network<Scalar, ctnn::input<Size>, Activation>{}(v);
                to.add(on.value(Activation{}, v, y, target));
                to.add(on.derivative(Activation{}, v, y, target));
            }
        }
    }
};

template <class Scalar>
void check_losses() {
    check_all<
        loss<ctnn::cross_entropy, Scalar>, loss<ctnn::binary_cross_entropy, Scalar>,
        loss<ctnn::mean_squared_error, Scalar>, loss<ctnn::mean_absolute_error, Scalar>,
        loss<ctnn::huber, Scalar>, loss<ctnn::cross_entropy, Scalar, ctnn::softmax>,
        loss<ctnn::binary_cross_entropy, Scalar, ctnn::sigmoid>,
        loss<ctnn::negative_log_likelihood, Scalar>,
        loss<ctnn::negative_log_likelihood, Scalar, ctnn::log_softmax>, loss<ctnn::hinge, Scalar>,
        loss<ctnn::squared_hinge, Scalar>, loss<ctnn::log_cosh, Scalar>,
        loss<ctnn::quantile, Scalar>, loss<ctnn::poisson, Scalar>,
        loss<ctnn::poisson_from_logarithms, Scalar>, loss<ctnn::cosine_similarity, Scalar>,
        loss<ctnn::kullback_leibler, Scalar>, loss<ctnn::cross_entropy_from_logits, Scalar>,
        loss<ctnn::binary_cross_entropy_from_logits, Scalar>, loss<ctnn::focal, Scalar>,
        loss<ctnn::binary_focal, Scalar>, loss<ctnn::kullback_leibler, Scalar, ctnn::softmax>,
        loss<ctnn::focal, Scalar, ctnn::softmax>, loss<ctnn::binary_focal, Scalar, ctnn::sigmoid>,
        loss<ctnn::smoothed<ctnn::cross_entropy>, Scalar, ctnn::softmax>,
        loss<weighted_classes, Scalar>>();
}

} // namespace bits
