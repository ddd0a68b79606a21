{{- define "talos-operator.image" -}}
{{- if ne .Release.Namespace "talos-system" -}}
{{- fail (printf "the operator looks for its Lease and its certificate in the namespace talos-system: install it with -n talos-system, not %s" .Release.Namespace) -}}
{{- end -}}
{{- with .Values.image -}}
{{- if .digest }}{{ .repository }}@{{ .digest }}{{ else }}{{ .repository }}:{{ .tag }}{{ end -}}
{{- end -}}
{{- end -}}
