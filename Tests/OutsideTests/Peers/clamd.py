#!/usr/bin/env python3
"""clamd.py FOLDER

Starts Debian's clamd on a socket in FOLDER, with a database of one signature of our own, so that
nothing is fetched from anywhere. Prints "ready SOCKET" and serves until it is told to end.
"""
import os
import signal
import subprocess
import sys
import time

folder = sys.argv[1]
database = os.path.join(folder, "signatures")
socket = os.path.join(folder, "clamd.ctl")
os.makedirs(database)

# NAME:TYPE:OFFSET:HEX of the ClamAV manual: in any file, anywhere.
sign = b"LYLICH-THU-NGHIEM-VI-RUT-7F3A9C".hex()
with open(os.path.join(database, "lylich.ndb"), "w") as out:
    out.write(f"Lylich.ThuNghiem:0:*:{sign}\n")

config = os.path.join(folder, "clamd.conf")
with open(config, "w") as out:
    out.write(
        f"DatabaseDirectory {database}\nLocalSocket {socket}\nLocalSocketMode 600\n"
        "Foreground yes\nMaxThreads 2\nSelfCheck 86400\nConcurrentDatabaseReload no\n"
    )

program = next(
    path for path in ["/usr/sbin/clamd", "/usr/bin/clamd"] if os.path.exists(path)
)
with open(os.path.join(folder, "clamd.log"), "w") as log:
    clamd = subprocess.Popen([program, "--config-file", config], stdout=log, stderr=log)

signal.signal(signal.SIGTERM, lambda *_: clamd.terminate())
# Who starts us may do so from a thread that blocks signals, and children inherit that.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
deadline = time.monotonic() + 60
while not os.path.exists(socket):
    if clamd.poll() is not None or time.monotonic() > deadline:
        clamd.terminate()
        sys.exit("clamd did not start; see clamd.log")
    time.sleep(0.05)
print("ready", socket, flush=True)
clamd.wait()
