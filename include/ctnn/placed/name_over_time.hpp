#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>

namespace ctnn::placed {

// "over_time dense" with the layer's settings. A layer that states no name gives none. (An activation has its name
// printed beside that of its layer.)
template <class Layer, bool IsActivation>
struct name_over_time {};
template <class Layer>
struct name_over_time<Layer, true> {
    static constexpr char const* name = "over_time";
};
template <customization::has_a_name Layer>
struct name_over_time<Layer, false> {
    static constexpr auto characters = [] {
        constexpr char before[] = "over_time ";
        constexpr std::size_t first = sizeof before - 1, length = [] {
            std::size_t size = 0;
            while (Layer::name[size] != '\0')
                ++size;
            return size;
        }();
        std::array<char, first + length + 1> all{};
        for (std::size_t i = 0; i < first; ++i)
            all[i] = before[i];
        for (std::size_t i = 0; i < length; ++i)
            all[first + i] = Layer::name[i];
        return all;
    }();
    static constexpr char const* name = characters.data();
};

template <class Layer, bool IsActivation>
struct settings_over_time {};
template <customization::has_settings Layer>
struct settings_over_time<Layer, false> {
    static constexpr auto const& settings = Layer::settings;
};

} // namespace ctnn::placed
