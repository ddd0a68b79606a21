module osctl.dev/assets/pause

go 1.21.0
