# Ends the process $1 when whoever holds the other end of stdin is gone: nothing is ever written to it, so `read` returns when it closes.
read -r _
kill -INT "$1"
sleep 5
kill -KILL "$1"
