"""Prints the revision, and with --packages the state of each package, from a SOFTWARE hive: what `image inspect` reads."""
import sys

import hivex

hive = hivex.Hivex(sys.argv[1])


def key(*names):
    node = hive.root()
    for name in names:
        node = hive.node_get_child(node, name)
    return node


version = key("Microsoft", "Windows NT", "CurrentVersion")
print("UBR", hive.value_dword(hive.node_get_value(version, "UBR")))
if "--packages" not in sys.argv:
    sys.exit()
packages = key("Microsoft", "Windows", "CurrentVersion", "Component Based Servicing", "Packages")
for package in hive.node_children(packages):
    print(hive.node_name(package), hive.value_dword(hive.node_get_value(package, "CurrentState")))
