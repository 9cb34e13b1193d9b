#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>

namespace ctnn::placed {

// The name of a layer with options: "gru reset_before". If an option states no name, as an activation need not, neither
// does the layer.
template <class... Named>
struct name_of_options {};
template <class... Named>
    requires(...&& customization::has_a_name<Named>)
struct name_of_options<Named...> {
    static constexpr auto characters = [] {
        constexpr auto length = [](char const* text) {
            std::size_t size = 0;
            while (text[size] != '\0')
                ++size;
            return size;
        };
        std::array<char, ctnn::detail::sum_of((length(Named::name) + 1)...)> all{};
        std::size_t end = 0;
        for (char const* text : {Named::name...}) {
            if (end > 0)
                all[end++] = ' ';
            while (*text != '\0')
                all[end++] = *text++;
        }
        return all;
    }();
    static constexpr char const* name = characters.data();
};

// The settings of its options, one after the other.
template <class Option>
constexpr std::size_t count_of_settings() {
    if constexpr (customization::has_settings<Option>)
        return sizeof(Option::settings) / sizeof(Option::settings[0]);
    else
        return 0;
}
template <class... Options>
struct settings_of_options {};
template <class... Options>
    requires(... || customization::has_settings<Options>)
struct settings_of_options<Options...> {
    static constexpr auto settings = [] {
        std::array<double, ctnn::detail::sum_of(count_of_settings<Options>()...)> all{};
        std::size_t end = 0;
        auto const add = [&all, &end]<class Option>(Option const*) {
            if constexpr (customization::has_settings<Option>)
                for (double const setting : Option::settings)
                    all[end++] = setting;
        };
        (add(static_cast<Options const*>(nullptr)), ...);
        return all;
    }();
};

} // namespace ctnn::placed
