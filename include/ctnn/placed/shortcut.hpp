#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <boost/hana/tuple.hpp>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>

namespace ctnn::placed {

// A branch without layers: it passes on the composite's input.
struct shortcut {
    // A network without layers, where other branches have their network.
    template <class Scalar, class Shape>
    struct passed {
        using scalar = Scalar;
        using input_shape = Shape;
        using output_shape = Shape;
        using input_type = std::array<Scalar, Shape::size>;
        using output_type = input_type;
        using stages = boost::hana::tuple<>;
        template <std::size_t>
        struct stage;
        template <std::size_t>
        void layer() const;
        static constexpr std::size_t depth = 0;
        static constexpr std::size_t input_size = Shape::size;
        static constexpr std::size_t parameter_count = 0;
        struct records {};
    };

    template <class, class>
    using diagnosis = error::none;
    template <class Scalar, class Shape>
    using on = passed<Scalar, Shape>;
};

} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
