#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

struct c_interface_text {
    std::array<char, 192> characters{};
    std::size_t size = 0;

    constexpr void put(char const* text) {
        for (; *text != '\0'; ++text)
            characters[size++] = *text;
    }
    constexpr void put(std::size_t number) {
        if (number > 9)
            put(number / 10);
        characters[size++] = static_cast<char>('0' + number % 10);
    }
    template <std::size_t... Extents>
    constexpr void put(shape<Extents...>) {
        char const* before = "";
        ((put(before), put(Extents), before = " x "), ...);
    }
};

template <class Network>
concept takes_steps = !std::is_empty_v<typename Network::state> &&
                      requires(Network const& net, typename Network::state& state,
                               typename Network::input_type const& x) {
    net.step(state, x);
};

template <class Network, bool = takes_steps<Network>>
struct c_state {
    using type = typename Network::state;
    static constexpr std::size_t size = sizeof(type) / sizeof(typename Network::scalar);
    static_assert(std::is_trivially_copyable_v<type> &&
                  alignof(type) == alignof(typename Network::scalar));
};
template <class Network>
struct c_state<Network, false> {
    struct type {};
    static constexpr std::size_t size = 0;
};

} // namespace detail

/// What `ctnn_c_wrapper` makes functions of, for C programs, and a text that says how large their arrays are: the function
/// finds the text in the object file and writes the C header.
///
/// Shape:    Network: one of float or double, or a reference to it; input, output, state: its types.
/// Cost:     192 bytes for the text, unless the linker drops what nothing uses.
/// Errors:   a network of other scalars does not compile.
/// Example:  tests/export/c_wrapper.cpp
template <class Network, class Net = std::remove_cvref_t<Network>>
    requires std::is_floating_point_v<typename Net::scalar>
struct c_wrapper {
    using input = typename Net::input_type;
    using output = typename Net::output_type;
    using state = typename detail::c_state<Net>::type;

    // (A network without a state has the function, and the C header does not mention it.)
    static constexpr output step(Net const& net, state& remembered, input const& x) {
        if constexpr (detail::takes_steps<Net>)
            return net.step(remembered, x);
        else
            return net(x);
    }

    static constexpr auto interface_text = [] {
        detail::c_interface_text text;
        text.put("CTNN_C_INTERFACE inputs=");
        text.put(Net::input_size);
        text.put(",outputs=");
        text.put(Net::output_size);
        text.put(",state=");
        text.put(detail::c_state<Net>::size);
        text.put(std::is_same_v<typename Net::scalar, float> ? ",scalar=float" : ",scalar=double");
        text.put(",input=");
        text.put(typename Net::input_shape{});
        text.put(",output=");
        text.put(typename Net::output_shape{});
        text.put(",");
        return text.characters;
    }();
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
