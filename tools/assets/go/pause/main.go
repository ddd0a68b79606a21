// Command pause holds a pod's namespaces open. It does nothing else: it reaps what a pod with a shared process
// namespace leaves to its first process, and ends when it is asked to.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// One waiting SIGCHLD is enough: each makes the loop below reap all that is dead by then.
	child := make(chan os.Signal, 1)
	signal.Notify(child, syscall.SIGCHLD)
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM, syscall.SIGINT)
	for {
		select {
		case <-end:
			return
		case <-child:
			reap()
		}
	}
}

func reap() {
	for {
		pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || pid <= 0 {
			return
		}
	}
}
