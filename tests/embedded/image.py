"""image.py NM ELF RAM_BEGIN RAM_BYTES NETWORK_BYTES: what a linked firmware must not have in it, and where its network is.

No heap, exceptions, RTTI, static constructors, no arithmetic in double; RAM_BYTES of variables in one object, or in none;
one constant of NETWORK_BYTES that is called `net`, in flash, and no other copy of that size (0: there is none).
"""

import re
import subprocess
import sys

nm, elf, ram_begin, ram_bytes, network_bytes = sys.argv[1:]
ram_begin, ram_bytes, network_bytes = int(ram_begin, 0), int(ram_bytes), int(network_bytes)

FORBIDDEN = {
    "heap": r"_?(malloc|calloc|realloc|free|sbrk)(_r)?$|_Zn[wa]|_Zd[la]",
    "exceptions": r"__cxa_(?!pure)|_Unwind|__gxx_personality|__aeabi_unwind",
    "RTTI": r"_ZT[IS]|__dynamic_cast",
    "static constructors": r"_GLOBAL__sub_I|__libc_init_array",
    "double": r"__aeabi_(d(?!iv)|f2d|u?i2d|u?l2d)|__\w*df[0-9a-z]*$",
}

problems = []
listing = subprocess.run([nm, "-S", elf], capture_output=True, text=True, check=True).stdout
demangled = subprocess.run([nm, "-S", "-C", elf], capture_output=True, text=True, check=True).stdout
symbols = []
for line, plain in zip(listing.splitlines(), demangled.splitlines()):
    parts = line.split()
    if len(parts) == 4:
        symbols.append((int(parts[0], 16), int(parts[1], 16), parts[3], plain.split(maxsplit=3)[3]))
    for what, pattern in FORBIDDEN.items():
        if re.match(pattern, parts[-1]):
            problems.append(f"{parts[-1]}: {what}")

if len(symbols) < 5:
    problems.append(f"only {len(symbols)} symbols have a size")
in_ram = [symbol for symbol in symbols if symbol[0] >= ram_begin]
used = sum(size for _, size, _, _ in in_ram)
if used != ram_bytes:
    problems.append(f"{used} bytes of variables in RAM, not {ram_bytes}: {[name for *_, name in in_ram]}")
if len(in_ram) > 1:
    problems.append(f"more than one object in RAM: {[name for *_, name in in_ram]}")
nets = [symbol for symbol in symbols if re.fullmatch(r"(.*::)?net", symbol[3])]
if network_bytes == 0:
    pass
elif [size for _, size, _, _ in nets] != [network_bytes]:
    problems.append(f"not one `net` of {network_bytes} bytes: {nets}")
elif nets[0][0] >= ram_begin:
    problems.append("`net` is not in flash")
copies = [name for address, size, _, name in symbols if size == network_bytes and address < ram_begin]
if network_bytes and len(copies) != 1:
    problems.append(f"copies in flash: {copies}")

print(f"{elf}: {len(symbols)} symbols, {used} bytes in RAM")
sys.exit("\n".join(problems) if problems else 0)
