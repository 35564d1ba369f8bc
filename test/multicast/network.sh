#!/usr/bin/env bash
# A network of its own: a sender and receivers, each in a network namespace, on one bridge; each receiver loses a part of
# all datagrams. Ends with everything that it started.
#   unshare -nm --pid --mount-proc --fork --kill-child network.sh FOLDER RECEIVERS LOSS_PERCENT TAP SEND... -- RECEIVE...
# FOLDER/N is the folder of receiver N: {} stands for it in RECEIVE, whose result and events lie there as out and err.
# TAP: a program of Node that listens on the wire and is told where to write.
set -euo pipefail
folder=$1 receivers=$2 loss=$3 tap=$4
shift 4
send=()
while [ "$1" != -- ]; do send+=("$1"); shift; done
shift

attach() { # NUMBER PID
  ip link add "v$1" type veth peer name eth0 netns "$2"
  ip link set "v$1" master wire up
  nsenter -t "$2" -n sh -c "ip link set lo up; ip addr add 10.9.0.$((10 + $1))/24 dev eth0; ip link set eth0 up; ip route add 224.0.0.0/4 dev eth0"
}
machine() { # NUMBER: a network namespace of its own, held by a process that sleeps
  unshare -n sleep infinity &
  pid=$!
  until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
  attach "$1" "$pid"
}

ip link set lo up
ip link add wire type bridge mcast_snooping 0
ip addr add 10.9.0.1/24 dev wire
ip link set wire up
ip route add 224.0.0.0/4 dev wire

machine 100
nsenter -t "$pid" -n node "$tap" "$folder/wire" &
waits=()
for number in $(seq "$receivers"); do
  machine "$number"
  if [ "$loss" != 0 ]; then
    nsenter -t "$pid" -n nft -f - <<RULES
table inet loss {
  chain incoming {
    type filter hook input priority 0
    meta l4proto udp numgen random mod 100 < $loss counter drop
  }
}
RULES
  fi
  mkdir -p "$folder/$number"
  nsenter -t "$pid" -n "${@//\{\}/$folder/$number}" >"$folder/$number.out" 2>"$folder/$number.err" &
  waits+=($!)
done
code=0
"${send[@]}" >"$folder/send.out" 2>"$folder/send.err" || code=$?
for each in "${waits[@]}"; do wait "$each" || true; done
exit "$code"
