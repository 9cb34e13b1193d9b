#pragma once

#include "inputs.hpp"
#include <string>
#include <utility>

// An item is one line of the program's text. It is a type with
//   name()                         what the line begins with
//   pieces                         how many constants it is cut into: each has limits of its own
//   add(digest, piece, zero)       computes one piece; zero as in inputs.hpp
// A group is a list of items, compiled for two programs:
//   constants   has what the compiler computed
//   the others  compute the same at run time

namespace bits {

template <class Scalar>
inline std::string const scalar_name = sizeof(Scalar) == 4 ? " float" : " double";

// All in main.cpp. check is told each item's name and digest; zero is 0, but nobody knows.
void check(std::string const& name, std::uint64_t value);
bool prints_values_of(std::string const& name);
extern std::uint64_t const volatile zero;

template <class Item>
constexpr std::uint64_t piece_digest(std::size_t piece, std::uint64_t nothing) {
    digest to;
    Item::add(to, piece, nothing);
    return to.value();
}

#ifdef CTNN_BITS_CONSTANTS
template <class Item, std::size_t Piece>
constexpr std::uint64_t constant = piece_digest<Item>(Piece, 0);

template <class Item>
std::uint64_t item_digest() {
    return []<std::size_t... Piece>(std::index_sequence<Piece...>) {
        digest all;
        (all.add(constant<Item, Piece>), ...);
        return all.value();
    }
    (std::make_index_sequence<Item::pieces>{});
}
#else
template <class Item>
std::uint64_t item_digest() {
    print_values = prints_values_of(Item::name());
    digest all;
    for (std::size_t piece = 0; piece < Item::pieces; ++piece) {
        std::uint64_t const one = piece_digest<Item>(piece, zero);
        all.add(one);
    }
    print_values = false;
    return all.value();
}
#endif

template <class... Items>
void check_all() {
    (check(Items::name(), item_digest<Items>()), ...);
}

} // namespace bits
