"""includes.py CHECKOUT: every header includes what it uses of the standard library. Compilers do not tell, because
other standard headers bring most names along, in one library today and not in the next."""

import re

from problems import Problems, include, source

HEADERS = {
    "algorithm": "all_of any_of clamp count count_if find find_if max min none_of replace sort",
    "array": "array tuple_size",
    "bit": "bit_cast bit_ceil bit_floor bit_width countl_zero countr_zero endian popcount",
    "charconv": "chars_format from_chars to_chars",
    "chrono": "chrono",
    "cmath": "fabs floor fma fmax fmin isfinite ldexp signbit",
    "compare": "partial_ordering strong_ordering",
    "concepts": "convertible_to default_initializable derived_from floating_point integral regular same_as "
                "signed_integral totally_ordered unsigned_integral",
    "condition_variable": "condition_variable",
    "cstddef": "byte max_align_t nullptr_t ptrdiff_t size_t",
    "cstdint": "int8_t int16_t int32_t int64_t intmax_t uint8_t uint16_t uint32_t uint64_t uintptr_t",
    "cstdio": "FILE fclose ferror fflush fopen fputs fread fwrite printf puts snprintf",
    "cstdlib": "abs getenv strtod",
    "deque": "deque",
    "exception": "current_exception exception exception_ptr rethrow_exception terminate",
    "filesystem": "filesystem",
    "fstream": "ifstream ofstream",
    "functional": "function",
    "ios": "ios",
    "iterator": "data istreambuf_iterator size",
    "limits": "numeric_limits",
    "map": "map",
    "memory": "make_shared make_unique shared_ptr unique_ptr",
    "mutex": "lock_guard mutex unique_lock",
    "new": "nothrow",
    "optional": "nullopt optional",
    "ostream": "basic_ostream flush ostream",
    "string": "basic_string string to_string",
    "string_view": "string_view",
    "system_error": "errc error_code generic_category system_category",
    "thread": "thread this_thread",
    "tuple": "tuple_size_v",  # <array> has but tuple_size
    "type_traits": "bool_constant conditional_t enable_if_t false_type integral_constant is_aggregate_v is_class_v "
                   "is_arithmetic_v is_const_v is_constant_evaluated is_constructible_v is_convertible_v "
                   "is_copy_constructible_v is_empty_v is_final_v is_floating_point_v is_integral_v is_reference_v "
                   "is_same_v is_signed_v is_trivially_copyable_v is_void_v make_unsigned_t remove_const_t "
                   "remove_cv_t remove_cvref_t remove_reference_t true_type type_identity type_identity_t",
    "utility": "as_const declval exchange forward index_sequence index_sequence_for make_index_sequence move pair swap",
    "vector": "vector",
}
# What the standard says another header has as well.
ALSO = {
    "abs": {"cmath"},
    "data": {"array", "string", "string_view", "vector"},
    "size": {"array", "string", "string_view", "vector"},
    "false_type": {"concepts"},
    "ios": {"fstream", "ostream"},
    "flush": {"fstream"},
    "ostream": {"fstream"},
    "tuple_size": {"tuple", "utility"},
}
WHERE = {name: {header} | ALSO.get(name, set()) for header, names in HEADERS.items() for name in names.split()}
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|"(?:\\.|[^"\\\n])*"')
STANDARD = re.compile(r"\bstd::(?:chrono|filesystem|ios|\w+)")
# Without a name: a comparison in three ways, and a loop over a list in braces.
WITHOUT_A_NAME = {
    re.compile(r"operator<=>"): {"compare"},
    re.compile(r"\bfor \([^;{]*:\s*\{"): {"initializer_list", "array", "utility", "string", "vector"},
}

problems = Problems()
count = 0
# What tests/environments puts before the macros that the library is to bear.
known_to_tests = (source / "tests/environments/standard.hpp").read_text()
for path in sorted(include.rglob("*.hpp")):
    text = path.read_text()
    included = set(re.findall(r"#\s*include <(\w+)>", text))
    code = COMMENT_OR_TEXT.sub("", text)
    for name in re.findall(r"#\s*include <(\w+|boost/[^>]+)>", text):
        if f"<{name}>" not in known_to_tests:
            problems.add(path, 1, f"<{name}> is missing in tests/environments/standard.hpp")
    told = set()
    for number, line in enumerate(code.splitlines(), 1):
        for found in STANDARD.findall(line):
            name = found.removeprefix("std::")
            count += 1
            if name in told:
                continue
            told.add(name)
            if name not in WHERE:
                problems.add(path, number, f"{found} is not in the table of {__file__}: say which header has it")
            elif not WHERE[name] & included:
                problems.add(path, number, f"{found} without <{sorted(WHERE[name])[0]}>")
    for pattern, headers in WITHOUT_A_NAME.items():
        for found in pattern.finditer(code):
            if not headers & included:
                number = code.count("\n", 0, found.start()) + 1
                problems.add(path, number, f"{found[0]!r} without <{sorted(headers)[0]}>")

problems.finish()
print(f"{count} names")
