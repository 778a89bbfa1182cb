//go:build tools

package bench

import _ "github.com/opentofu/opentofu/cmd/tofu"
