#!/bin/sh
# Runs a command in this (new) network namespace with one way out, "out0", whose counters tell whether anybody tried it:
# a cable to nowhere, behind which every address and every name server seems to lie. Loopback stays as it is.
set -e
ip link set lo up
echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6
ip link add out0 type veth peer name far0
ip address add 192.0.2.1/24 dev out0
ip link set far0 up
ip link set out0 up
ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:01 dev out0
ip route add default via 192.0.2.2 dev out0
exec "$@"
