#!/usr/bin/env bash
# A real single-node Slurm on this machine: de-identifies a generated benchmark as an 8-part job array and proves that the
# merged result is byte-identical to an undivided run. Needs root and Debian's slurm-wlm and munge. Ends with `N passed, N failed`.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! { command -v slurmctld && command -v munged; } >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=600 update -qq
  apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends slurm-wlm munge >/dev/null
fi
work=$(mktemp -d)
passed=0 failed=0
check() { if "${@:2}"; then passed=$((passed + 1)); echo "ok   $1"; else failed=$((failed + 1)); echo "FAIL $1"; fi; }
cleanup() {
  [ -f "$work/slurmd.pid" ] && kill "$(cat "$work/slurmd.pid")" 2>/dev/null
  [ -f "$work/slurmctld.pid" ] && kill "$(cat "$work/slurmctld.pid")" 2>/dev/null
  [ -f "$work/munged.pid" ] && kill "$(cat "$work/munged.pid")" 2>/dev/null
  sleep 1
  rm -rf "$work"
}
trap cleanup EXIT

host=$(hostname -s)
# munge: the cluster's authentication, with a key and socket of its own in the work folder.
mkdir -p "$work/munge" "$work/spool" "$work/state"
chmod 755 "$work"
dd if=/dev/urandom of="$work/munge/key" bs=1 count=1024 status=none
chown -R munge "$work/munge"
chmod 700 "$work/munge"
chmod 400 "$work/munge/key"
mkdir -p "$work/munge-run" && chown munge "$work/munge-run" && chmod 755 "$work/munge-run"
runuser -u munge -- munged --force --key-file="$work/munge/key" --socket="$work/munge-run/socket" \
  --pid-file="$work/munge-run/munged.pid" --log-file="$work/munge/munged.log" --seed-file="$work/munge/seed"
ln -s "$work/munge-run/munged.pid" "$work/munged.pid"

cat >"$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge-run/socket
CryptoType=crypto/munge
MpiDefault=none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
ReturnToService=2
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmdSpoolDir=$work/spool
StateSaveLocation=$work/state
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
SlurmctldPort=16817
SlurmdPort=16818
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF="$work/slurm.conf"
slurmctld
slurmd
for _ in $(seq 30); do
  if sinfo -h -o %T 2>/dev/null | grep -q idle; then break; fi
  sleep 1
done
check "the node is idle" bash -c "sinfo -h -o %T | grep -q idle"

# The benchmark, an undivided run, and the array.
[ -f dist/cli.js ] || node esbuild.mjs
deidbench="node $PWD/dist/cli.js"
$deidbench synth --embedded "$work/bench" --seed 7 >/dev/null
input="$work/bench/input"
[ -d "$input" ] || input="$work/bench"
echo "slurm-test-key-0123456789abcdef" >"$work/key"
status=0
$deidbench anonymize "$input" "$work/whole" --profile builtin:midi-b --key-file "$work/key" --events >/dev/null || status=$?
check "the undivided run ends well" test "$status" -ne 1

printf '#!/bin/sh\nexec %s "$@"\n' "$deidbench" >"$work/deidbench"
chmod +x "$work/deidbench"
export DEIDBENCH="$work/deidbench"
# The scripts that users get: an index in four shares, then the run in eight parts that use it.
submit() { sbatch --wait --mem=0 --cpus-per-task=1 --output="$work/task-%x-%a.log" "$@" "$input" "$work/parts" builtin:midi-b "$work/key" >/dev/null || true; }
submit --array=1-4 deploy/slurm/index.sbatch
check "all four shares of the index are there" test "$(find "$work/parts.run/index" -name '*.index.jsonl' | wc -l)" -eq 4
submit --array=1-8 deploy/slurm/anonymize.sbatch
check "all eight parts left a ledger" test "$(find "$work/parts.run" -name ledger.db | wc -l)" -eq 8

status=0
$deidbench merge "$work"/parts.run/part-* --into "$work/parts.run/whole" >/dev/null || status=$?
check "the parts merge" test "$status" -ne 1
check "the output is byte-identical to the undivided run" diff -r "$work/whole" "$work/parts"
check "so are the mapping tables" bash -c "cmp '$work/whole.run/uid_mapping.csv' '$work/parts.run/whole/uid_mapping.csv' && cmp '$work/whole.run/patid_mapping.csv' '$work/parts.run/whole/patid_mapping.csv'"
check "so is the list of files not written" cmp "$work/whole.run/not-written.csv" "$work/parts.run/whole/not-written.csv"

mv "$work/parts.run/part-3" "$work/part-3"
status=0
$deidbench merge "$work"/parts.run/part-* --into "$work/incomplete" >/dev/null 2>&1 || status=$?
check "a missing part is noticed" test "$status" -eq 1

mkdir -p out
echo "{\"passed\": $passed, \"failed\": $failed}" >out/cluster-results.json
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
