// Generated from crds/machine.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"Machine"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["os"],"properties":{"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"config":{"type":"object","properties":{"system":{"type":"object","additionalProperties":false,"properties":{"sysctls":{"type":"object","patternProperties":{"^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$":{"type":"string","maxLength":256,"pattern":"^[^\\n\\0]*$"}},"additionalProperties":false,"maxProperties":128}}},"network":{"type":"object","additionalProperties":false,"properties":{"nameservers":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"maxItems":3},"searchDomains":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"maxItems":6},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"names":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"minItems":1,"maxItems":16}},"additionalProperties":false},"maxItems":256}}},"cluster":{"type":"object","additionalProperties":false,"properties":{"endpoint":{"type":"string","pattern":"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$","maxLength":300},"controlPlanes":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"minItems":1,"maxItems":9,"uniqueItems":true},"dnsDomain":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253}}},"kubelet":{"type":"object","additionalProperties":false,"properties":{"nodeLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":64},"extraConfig":{"type":"object","properties":{"maxPods":{"type":"integer","minimum":1,"maximum":1000},"podPidsLimit":{"type":"integer","minimum":-1,"maximum":4194304},"evictionHard":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoft":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoftGracePeriod":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"systemReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"kubeReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"imageGCHighThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageGCLowThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageMinimumGCAge":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32},"serializeImagePulls":{"type":"boolean"},"maxParallelImagePulls":{"type":"integer","minimum":1,"maximum":100},"containerLogMaxFiles":{"type":"integer","minimum":2,"maximum":100},"containerLogMaxSize":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32},"cpuManagerPolicy":{"type":"string","enum":["none","static"]},"topologyManagerPolicy":{"type":"string","enum":["none","best-effort","restricted","single-numa-node"]}},"additionalProperties":false},"registerWithTaints":{"type":"array","items":{"type":"object","required":["key","effect"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"value":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]}},"additionalProperties":false},"maxItems":32}}},"registry":{"type":"object","additionalProperties":false,"properties":{"mirrors":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"endpoints":{"type":"array","items":{"type":"string","pattern":"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$","maxLength":512},"minItems":1,"maxItems":8}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32},"auth":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"username":{"type":"string","minLength":1,"maxLength":256},"password":{"type":"object","properties":{"secretKeyRef":{"type":"object","properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","maxLength":253},"key":{"type":"string","pattern":"^[A-Za-z0-9._-]+$","maxLength":253}},"required":["name","key"],"additionalProperties":false}},"required":["secretKeyRef"],"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32}}}},"additionalProperties":false},"driftPolicy":{"type":"string","enum":["Report","Repair","RepairInWindow"]},"rollout":{"type":"object","properties":{"paused":{"type":"boolean"},"approval":{"type":"string","enum":["Automatic","Manual"]},"maxUnavailable":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":64,"pattern":"^([1-9][0-9]?|100)%$"},"maxUnavailablePerZone":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":64,"pattern":"^([1-9][0-9]?|100)%$"},"zoneLabel":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"canaries":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"stages":{"type":"array","items":{"type":"object","required":["nodes"],"properties":{"pool":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","maxLength":63},"nodes":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":100000,"pattern":"^([1-9][0-9]?|100)%$"},"soak":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"gates":{"type":"array","items":{"type":"string","maxLength":63},"maxItems":16},"approval":{"type":"string","enum":["Automatic","Manual"]}},"additionalProperties":false},"maxItems":8},"windows":{"type":"array","items":{"type":"object","required":["schedule","duration"],"properties":{"schedule":{"type":"string","pattern":"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$","maxLength":128},"duration":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeZone":{"type":"string","pattern":"^[A-Za-z0-9_+/-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"maxItems":16},"freezes":{"type":"array","items":{"type":"object","required":["from","to"],"properties":{"from":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"to":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","maxLength":253}},"additionalProperties":false},"maxItems":32},"gates":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"preset":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["CephHealthy","LonghornHealthy","CloudNativePGHealthy","DeploymentsAvailable"]},"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63}},"additionalProperties":false},"cel":{"type":"object","required":["objects","expression"],"properties":{"objects":{"type":"object","required":["apiVersion","resource"],"properties":{"apiVersion":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$","maxLength":253},"resource":{"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":63},"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labelSelector":{"type":"string","maxLength":1024}},"additionalProperties":false},"expression":{"type":"string","minLength":1,"maxLength":4096},"messageExpression":{"type":"string","minLength":1,"maxLength":4096}},"additionalProperties":false},"prometheus":{"type":"object","properties":{"url":{"type":"string","pattern":"^https?://[^ @?#]+$","maxLength":512},"service":{"type":"object","required":["namespace","name","port"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"port":{"type":"string","pattern":"^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":32}},"additionalProperties":false},"query":{"type":"string","minLength":1,"maxLength":4096},"noFiringAlerts":{"type":"object","properties":{"except":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64}},"additionalProperties":false}},"additionalProperties":false},"nodeCondition":{"type":"object","required":["type","status"],"properties":{"type":{"type":"string","pattern":"^[A-Za-z0-9./_-]+$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]}},"additionalProperties":false}},"additionalProperties":false},"maxItems":16},"failurePolicy":{"type":"object","properties":{"maxFailures":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":0,"maximum":100000,"pattern":"^([1-9][0-9]?|100)%$"},"onHalt":{"type":"string","enum":["Hold","RollBack"]}},"additionalProperties":false},"historyLimit":{"type":"integer","minimum":1,"maximum":1000},"confirmWithin":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"prepare":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false},"drain":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"onTimeout":{"type":"string","enum":["Hold","SkipNode"]},"detachTimeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"loadBalancerGrace":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"rules":{"type":"array","items":{"type":"object","required":["action"],"properties":{"podSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"namespaces":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64},"action":{"type":"string","enum":["Evict","WaitForCompletion","Skip"]},"order":{"type":"integer","minimum":-1000,"maximum":1000}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false},"verify":{"type":"object","properties":{"steadyFor":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false}},"additionalProperties":false},"remediation":{"type":"object","properties":{"actions":{"type":"array","items":{"type":"string","enum":["RestartService","Reboot"]},"maxItems":2},"after":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"maxUnhealthy":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":1000,"pattern":"^([1-9][0-9]?|100)%$"},"maxAttempts":{"type":"integer","minimum":1,"maximum":10}},"additionalProperties":false},"notifications":{"type":"object","required":["url"],"properties":{"url":{"type":"string","pattern":"^https?://[A-Za-z0-9.:_\\[\\]-]+(/[!-~]*)?$","maxLength":1024},"tokenSecret":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$","maxLength":253},"blockedFor":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"version":{"type":"string","maxLength":256},"rollout":{"type":"string","maxLength":253},"progress":{"type":"string","maxLength":32},"nodes":{"type":"object","required":["total","updated","unavailable"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"updated":{"type":"integer","minimum":0,"maximum":1000000},"unavailable":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"versions":{"type":"array","items":{"type":"object","required":["version","nodes"],"properties":{"version":{"type":"string","maxLength":64},"kubernetesVersion":{"type":"string","maxLength":64},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"nodes":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"maxItems":32},"window":{"type":"object","required":["startTime","endTime","begun"],"properties":{"startTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"endTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"begun":{"type":"integer","minimum":0,"maximum":1000000},"waitedFor":{"type":"string","maxLength":2048}},"additionalProperties":false},"gates":{"type":"array","items":{"type":"object","required":["name","state","since"],"properties":{"name":{"type":"string","maxLength":63},"state":{"type":"string","enum":["Open","Closed","Unknown"]},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"message":{"type":"string","maxLength":1024}},"additionalProperties":false},"maxItems":16},"inFlight":{"type":"array","items":{"type":"object","required":["node","uid","operationID"],"properties":{"node":{"type":"string","minLength":1,"maxLength":253},"uid":{"type":"string","minLength":1,"maxLength":64},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63}},"additionalProperties":false},"maxItems":1024},"quarantine":{"type":"array","items":{"type":"object","required":["image","targetHash","nodeClass","node","reason","since"],"properties":{"image":{"type":"string","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"configHash":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71},"targetHash":{"type":"string","maxLength":71},"nodeClass":{"type":"string","maxLength":64},"node":{"type":"string","minLength":1,"maxLength":253},"reason":{"type":"string","maxLength":64},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"evidence":{"type":"object","required":["cause","message","time"],"properties":{"cause":{"type":"string","maxLength":64},"message":{"type":"string","maxLength":2048},"operationID":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":63},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"lastLines":{"type":"array","items":{"type":"string","maxLength":512},"maxItems":50}},"additionalProperties":false}},"additionalProperties":false},"maxItems":32},"notifications":{"type":"object","required":["pending","delivered"],"properties":{"pending":{"type":"array","items":{"type":"object","required":["id","type","subject","time","message"],"properties":{"id":{"type":"string","maxLength":253},"type":{"type":"string","maxLength":64},"subject":{"type":"string","maxLength":253},"time":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"message":{"type":"string","maxLength":1024}},"additionalProperties":false},"maxItems":32},"delivered":{"type":"array","items":{"type":"string","maxLength":253},"maxItems":128},"dropped":{"type":"integer","minimum":0,"maximum":9007199254740991},"failure":{"type":"object","required":["since","message"],"properties":{"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"message":{"type":"string","maxLength":512}},"additionalProperties":false}},"additionalProperties":false},"blockedBy":{"type":"array","items":{"type":"object","required":["code","message","since","owner","nextCheckTime"],"properties":{"code":{"type":"string","pattern":"^[A-Z][A-Z0-9_]*$","maxLength":64},"message":{"type":"string","maxLength":2048},"node":{"type":"string","minLength":1,"maxLength":253},"pool":{"type":"string","minLength":1,"maxLength":253},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"owner":{"type":"string","enum":["operator","agent","user","workload","cluster"]},"nextCheckTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false}},"additionalProperties":false};
const pattern4 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern5 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$", "u");
const pattern8 = new RegExp("^[^\\n\\0]*$", "u");
const pattern9 = new RegExp("^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$", "u");
const pattern10 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "u");
const pattern13 = new RegExp("^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$", "u");
const pattern16 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern18 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern19 = new RegExp("^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$", "u");
const pattern21 = new RegExp("^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$", "u");
const pattern27 = new RegExp("^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern28 = new RegExp("^(cpu|memory|ephemeral-storage|pid)$", "u");
const pattern38 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$", "u");
const pattern40 = new RegExp("^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$", "u");
const pattern43 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "u");
const pattern44 = new RegExp("^[A-Za-z0-9._-]+$", "u");
const pattern45 = new RegExp("^([1-9][0-9]?|100)%$", "u");
const pattern53 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "u");
const pattern55 = new RegExp("^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern56 = new RegExp("^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$", "u");
const pattern58 = new RegExp("^[A-Za-z0-9_+/-]+$", "u");
const pattern59 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern61 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern63 = new RegExp("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$", "u");
const pattern64 = new RegExp("^[a-z][a-z0-9]*$", "u");
const pattern66 = new RegExp("^https?://[^ @?#]+$", "u");
const pattern69 = new RegExp("^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern70 = new RegExp("^[A-Za-z0-9./_-]+$", "u");
const pattern86 = new RegExp("^https?://[A-Za-z0-9.:_\\[\\]-]+(/[!-~]*)?$", "u");
const pattern90 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
const pattern103 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
const func1 = Object.prototype.hasOwnProperty;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.metadata === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "metadata"},message:"must have required property '"+"metadata"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.spec === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"},message:"must have required property '"+"spec"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if("osctl.dev/v1alpha1" !== data0){
const err6 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/const",keyword:"const",params:{allowedValue: "osctl.dev/v1alpha1"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if("Machine" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "Machine"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.metadata !== undefined){
let data2 = data.metadata;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.name === undefined){
const err9 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(data3.length > 253){
const err10 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/metadata/name",schemaPath:"#/properties/metadata/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.spec !== undefined){
let data4 = data.spec;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.os === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "os"},message:"must have required property '"+"os"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!((((((key1 === "os") || (key1 === "config")) || (key1 === "driftPolicy")) || (key1 === "rollout")) || (key1 === "remediation")) || (key1 === "notifications"))){
const err15 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.os !== undefined){
let data5 = data4.os;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.image === undefined){
const err16 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 in data5){
if(!((key2 === "image") || (key2 === "digest"))){
const err17 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.image !== undefined){
let data6 = data5.image;
if(typeof data6 === "string"){
if(data6.length > 512){
const err18 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern4.test(data6)){
const err19 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data5.digest !== undefined){
let data7 = data5.digest;
if(typeof data7 === "string"){
if(data7.length > 71){
const err21 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern5.test(data7)){
const err22 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.config !== undefined){
let data8 = data4.config;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!(((((key3 === "system") || (key3 === "network")) || (key3 === "cluster")) || (key3 === "kubelet")) || (key3 === "registry"))){
const err25 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data8.system !== undefined){
let data9 = data8.system;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key4 in data9){
if(!(key4 === "sysctls")){
const err26 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.sysctls !== undefined){
let data10 = data9.sysctls;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 128){
const err27 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/maxProperties",keyword:"maxProperties",params:{limit: 128},message:"must NOT have more than 128 properties"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key5 in data10){
if(!(pattern6.test(key5))){
const err28 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
for(const key6 in data10){
if(pattern6.test(key6)){
let data11 = data10[key6];
if(typeof data11 === "string"){
if(data11.length > 256){
const err29 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!pattern8.test(data11)){
const err30 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/pattern",keyword:"pattern",params:{pattern: "^[^\\n\\0]*$"},message:"must match pattern \""+"^[^\\n\\0]*$"+"\""};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
else {
const err32 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data8.network !== undefined){
let data12 = data8.network;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key7 in data12){
if(!(((key7 === "nameservers") || (key7 === "searchDomains")) || (key7 === "hosts"))){
const err34 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data12.nameservers !== undefined){
let data13 = data12.nameservers;
if(Array.isArray(data13)){
if(data13.length > 3){
const err35 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(typeof data14 === "string"){
if(data14.length > 45){
const err36 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i0,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(!pattern9.test(data14)){
const err37 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i0,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i0,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.searchDomains !== undefined){
let data15 = data12.searchDomains;
if(Array.isArray(data15)){
if(data15.length > 6){
const err40 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(typeof data16 === "string"){
if(data16.length > 253){
const err41 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i1,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!pattern10.test(data16)){
const err42 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i1,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i1,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data12.hosts !== undefined){
let data17 = data12.hosts;
if(Array.isArray(data17)){
if(data17.length > 256){
const err45 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.address === undefined){
const err46 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data18.names === undefined){
const err47 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
for(const key8 in data18){
if(!((key8 === "address") || (key8 === "names"))){
const err48 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data18.address !== undefined){
let data19 = data18.address;
if(typeof data19 === "string"){
if(data19.length > 45){
const err49 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!pattern9.test(data19)){
const err50 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data18.names !== undefined){
let data20 = data18.names;
if(Array.isArray(data20)){
if(data20.length > 16){
const err52 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(data20.length < 1){
const err53 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
let data21 = data20[i3];
if(typeof data21 === "string"){
if(data21.length > 253){
const err54 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
if(!pattern10.test(data21)){
const err55 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/spec/config/network/hosts/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data8.cluster !== undefined){
let data22 = data8.cluster;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key9 in data22){
if(!(((key9 === "endpoint") || (key9 === "controlPlanes")) || (key9 === "dnsDomain"))){
const err61 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data22.endpoint !== undefined){
let data23 = data22.endpoint;
if(typeof data23 === "string"){
if(data23.length > 300){
const err62 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(!pattern13.test(data23)){
const err63 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"},message:"must match pattern \""+"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"+"\""};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data22.controlPlanes !== undefined){
let data24 = data22.controlPlanes;
if(Array.isArray(data24)){
if(data24.length > 9){
const err65 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/maxItems",keyword:"maxItems",params:{limit: 9},message:"must NOT have more than 9 items"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data24.length < 1){
const err66 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
const len4 = data24.length;
for(let i4=0; i4<len4; i4++){
let data25 = data24[i4];
if(typeof data25 === "string"){
if(data25.length > 45){
const err67 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i4,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(!pattern9.test(data25)){
const err68 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i4,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i4,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
let i5 = data24.length;
let j0;
if(i5 > 1){
const indices0 = {};
for(;i5--;){
let item0 = data24[i5];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err70 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
break;
}
indices0[item0] = i5;
}
}
}
else {
const err71 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data22.dnsDomain !== undefined){
let data26 = data22.dnsDomain;
if(typeof data26 === "string"){
if(data26.length > 253){
const err72 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if(!pattern10.test(data26)){
const err73 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data8.kubelet !== undefined){
let data27 = data8.kubelet;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key10 in data27){
if(!(((key10 === "nodeLabels") || (key10 === "extraConfig")) || (key10 === "registerWithTaints"))){
const err76 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data27.nodeLabels !== undefined){
let data28 = data27.nodeLabels;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length > 64){
const err77 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
for(const key11 in data28){
if(!(pattern16.test(key11))){
const err78 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
for(const key12 in data28){
if(pattern16.test(key12)){
let data29 = data28[key12];
if(typeof data29 === "string"){
if(data29.length > 63){
const err79 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(!pattern18.test(data29)){
const err80 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
}
else {
const err82 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data27.extraConfig !== undefined){
let data30 = data27.extraConfig;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
for(const key13 in data30){
if(!(func1.call(schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties, key13))){
const err83 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data30.maxPods !== undefined){
let data31 = data30.maxPods;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err84 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 1000 || isNaN(data31)){
const err85 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err86 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
if(data30.podPidsLimit !== undefined){
let data32 = data30.podPidsLimit;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err87 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 4194304 || isNaN(data32)){
const err88 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304},message:"must be <= 4194304"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(data32 < -1 || isNaN(data32)){
const err89 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
if(data30.evictionHard !== undefined){
let data33 = data30.evictionHard;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(Object.keys(data33).length > 12){
const err90 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key14 in data33){
if(!(pattern19.test(key14))){
const err91 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
for(const key15 in data33){
if(pattern19.test(key15)){
let data34 = data33[key15];
if(typeof data34 === "string"){
if(data34.length > 32){
const err92 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if(!pattern21.test(data34)){
const err93 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
else {
const err94 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
}
}
else {
const err95 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data30.evictionSoft !== undefined){
let data35 = data30.evictionSoft;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length > 12){
const err96 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
for(const key16 in data35){
if(!(pattern19.test(key16))){
const err97 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
for(const key17 in data35){
if(pattern19.test(key17)){
let data36 = data35[key17];
if(typeof data36 === "string"){
if(data36.length > 32){
const err98 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(!pattern21.test(data36)){
const err99 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
else {
const err100 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key17.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
}
else {
const err101 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data30.evictionSoftGracePeriod !== undefined){
let data37 = data30.evictionSoftGracePeriod;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(Object.keys(data37).length > 12){
const err102 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
for(const key18 in data37){
if(!(pattern19.test(key18))){
const err103 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
for(const key19 in data37){
if(pattern19.test(key19)){
let data38 = data37[key19];
if(typeof data38 === "string"){
if(data38.length > 32){
const err104 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(!pattern27.test(data38)){
const err105 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
}
else {
const err107 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data30.systemReserved !== undefined){
let data39 = data30.systemReserved;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(Object.keys(data39).length > 4){
const err108 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
for(const key20 in data39){
if(!(pattern28.test(key20))){
const err109 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
for(const key21 in data39){
if(pattern28.test(key21)){
let data40 = data39[key21];
if(typeof data40 === "string"){
if(data40.length > 32){
const err110 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!pattern21.test(data40)){
const err111 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
else {
const err112 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
}
}
else {
const err113 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data30.kubeReserved !== undefined){
let data41 = data30.kubeReserved;
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
if(Object.keys(data41).length > 4){
const err114 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key22 in data41){
if(!(pattern28.test(key22))){
const err115 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
for(const key23 in data41){
if(pattern28.test(key23)){
let data42 = data41[key23];
if(typeof data42 === "string"){
if(data42.length > 32){
const err116 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(!pattern21.test(data42)){
const err117 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
}
else {
const err119 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data30.imageGCHighThresholdPercent !== undefined){
let data43 = data30.imageGCHighThresholdPercent;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err120 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 100 || isNaN(data43)){
const err121 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err122 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
if(data30.imageGCLowThresholdPercent !== undefined){
let data44 = data30.imageGCLowThresholdPercent;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err123 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 100 || isNaN(data44)){
const err124 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data44 < 0 || isNaN(data44)){
const err125 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data30.imageMinimumGCAge !== undefined){
let data45 = data30.imageMinimumGCAge;
if(typeof data45 === "string"){
if(data45.length > 32){
const err126 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
if(!pattern27.test(data45)){
const err127 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
if(data30.serializeImagePulls !== undefined){
if(typeof data30.serializeImagePulls !== "boolean"){
const err129 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/serializeImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/serializeImagePulls/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data30.maxParallelImagePulls !== undefined){
let data47 = data30.maxParallelImagePulls;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err130 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 100 || isNaN(data47)){
const err131 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data47 < 1 || isNaN(data47)){
const err132 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
}
if(data30.containerLogMaxFiles !== undefined){
let data48 = data30.containerLogMaxFiles;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err133 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 100 || isNaN(data48)){
const err134 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(data48 < 2 || isNaN(data48)){
const err135 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
if(data30.containerLogMaxSize !== undefined){
let data49 = data30.containerLogMaxSize;
if(typeof data49 === "string"){
if(data49.length > 32){
const err136 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!pattern21.test(data49)){
const err137 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
else {
const err138 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data30.cpuManagerPolicy !== undefined){
let data50 = data30.cpuManagerPolicy;
if(typeof data50 !== "string"){
const err139 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if(!((data50 === "none") || (data50 === "static"))){
const err140 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.cpuManagerPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data30.topologyManagerPolicy !== undefined){
let data51 = data30.topologyManagerPolicy;
if(typeof data51 !== "string"){
const err141 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(!((((data51 === "none") || (data51 === "best-effort")) || (data51 === "restricted")) || (data51 === "single-numa-node"))){
const err142 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.topologyManagerPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data27.registerWithTaints !== undefined){
let data52 = data27.registerWithTaints;
if(Array.isArray(data52)){
if(data52.length > 32){
const err144 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
const len5 = data52.length;
for(let i6=0; i6<len5; i6++){
let data53 = data52[i6];
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if(data53.key === undefined){
const err145 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data53.effect === undefined){
const err146 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key24 in data53){
if(!(((key24 === "key") || (key24 === "value")) || (key24 === "effect"))){
const err147 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data53.key !== undefined){
let data54 = data53.key;
if(typeof data54 === "string"){
if(data54.length > 317){
const err148 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(!pattern16.test(data54)){
const err149 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data53.value !== undefined){
let data55 = data53.value;
if(typeof data55 === "string"){
if(data55.length > 63){
const err151 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(!pattern18.test(data55)){
const err152 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data53.effect !== undefined){
let data56 = data53.effect;
if(typeof data56 !== "string"){
const err154 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if(!(((data56 === "NoSchedule") || (data56 === "PreferNoSchedule")) || (data56 === "NoExecute"))){
const err155 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.registerWithTaints.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
}
else {
const err156 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i6,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data8.registry !== undefined){
let data57 = data8.registry;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key25 in data57){
if(!((key25 === "mirrors") || (key25 === "auth"))){
const err159 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data57.mirrors !== undefined){
let data58 = data57.mirrors;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(Object.keys(data58).length > 32){
const err160 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
for(const key26 in data58){
if(!(pattern38.test(key26))){
const err161 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
for(const key27 in data58){
if(pattern38.test(key27)){
let data59 = data58[key27];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key28 in data59){
if(!(key28 === "endpoints")){
const err162 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data59.endpoints !== undefined){
let data60 = data59.endpoints;
if(Array.isArray(data60)){
if(data60.length > 8){
const err163 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data60.length < 1){
const err164 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
const len6 = data60.length;
for(let i7=0; i7<len6; i7++){
let data61 = data60[i7];
if(typeof data61 === "string"){
if(data61.length > 512){
const err165 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i7,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!pattern40.test(data61)){
const err166 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i7,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/pattern",keyword:"pattern",params:{pattern: "^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"},message:"must match pattern \""+"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"+"\""};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
else {
const err167 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i7,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
}
else {
const err168 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
}
else {
const err169 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
}
}
else {
const err170 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data57.auth !== undefined){
let data62 = data57.auth;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(Object.keys(data62).length > 32){
const err171 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
for(const key29 in data62){
if(!(pattern38.test(key29))){
const err172 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
for(const key30 in data62){
if(pattern38.test(key30)){
let data63 = data62[key30];
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
for(const key31 in data63){
if(!((key31 === "username") || (key31 === "password"))){
const err173 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data63.username !== undefined){
let data64 = data63.username;
if(typeof data64 === "string"){
if(data64.length > 256){
const err174 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
if(data64.length < 1){
const err175 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data63.password !== undefined){
let data65 = data63.password;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(data65.secretKeyRef === undefined){
const err177 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/required",keyword:"required",params:{missingProperty: "secretKeyRef"},message:"must have required property '"+"secretKeyRef"+"'"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
for(const key32 in data65){
if(!(key32 === "secretKeyRef")){
const err178 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data65.secretKeyRef !== undefined){
let data66 = data65.secretKeyRef;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.name === undefined){
const err179 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(data66.key === undefined){
const err180 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
for(const key33 in data66){
if(!((key33 === "name") || (key33 === "key"))){
const err181 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data66.name !== undefined){
let data67 = data66.name;
if(typeof data67 === "string"){
if(data67.length > 253){
const err182 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(!pattern43.test(data67)){
const err183 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
else {
const err184 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data66.key !== undefined){
let data68 = data66.key;
if(typeof data68 === "string"){
if(data68.length > 253){
const err185 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(!pattern44.test(data68)){
const err186 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._-]+$"+"\""};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
else {
const err187 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
}
else {
const err188 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
else {
const err189 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
}
else {
const err190 = {instancePath:instancePath+"/spec/config/registry/auth/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
}
}
else {
const err191 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
else {
const err192 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
else {
const err193 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data4.driftPolicy !== undefined){
let data69 = data4.driftPolicy;
if(typeof data69 !== "string"){
const err194 = {instancePath:instancePath+"/spec/driftPolicy",schemaPath:"#/properties/spec/properties/driftPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
if(!(((data69 === "Report") || (data69 === "Repair")) || (data69 === "RepairInWindow"))){
const err195 = {instancePath:instancePath+"/spec/driftPolicy",schemaPath:"#/properties/spec/properties/driftPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.driftPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data4.rollout !== undefined){
let data70 = data4.rollout;
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key34 in data70){
if(!(func1.call(schema31.properties.spec.properties.rollout.properties, key34))){
const err196 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data70.paused !== undefined){
if(typeof data70.paused !== "boolean"){
const err197 = {instancePath:instancePath+"/spec/rollout/paused",schemaPath:"#/properties/spec/properties/rollout/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data70.approval !== undefined){
let data72 = data70.approval;
if(typeof data72 !== "string"){
const err198 = {instancePath:instancePath+"/spec/rollout/approval",schemaPath:"#/properties/spec/properties/rollout/properties/approval/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(!((data72 === "Automatic") || (data72 === "Manual"))){
const err199 = {instancePath:instancePath+"/spec/rollout/approval",schemaPath:"#/properties/spec/properties/rollout/properties/approval/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.approval.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
if(data70.maxUnavailable !== undefined){
let data73 = data70.maxUnavailable;
const _errs174 = errors;
let valid42 = false;
const _errs175 = errors;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
const err200 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
var _valid0 = _errs175 === errors;
valid42 = valid42 || _valid0;
const _errs177 = errors;
if(typeof data73 !== "string"){
const err201 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
var _valid0 = _errs177 === errors;
valid42 = valid42 || _valid0;
if(!valid42){
const err202 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
else {
errors = _errs174;
if(vErrors !== null){
if(_errs174){
vErrors.length = _errs174;
}
else {
vErrors = null;
}
}
}
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 64 || isNaN(data73)){
const err203 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data73 < 1 || isNaN(data73)){
const err204 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(typeof data73 === "string"){
if(!pattern45.test(data73)){
const err205 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
if(data70.maxUnavailablePerZone !== undefined){
let data74 = data70.maxUnavailablePerZone;
const _errs180 = errors;
let valid43 = false;
const _errs181 = errors;
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
const err206 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
var _valid1 = _errs181 === errors;
valid43 = valid43 || _valid1;
const _errs183 = errors;
if(typeof data74 !== "string"){
const err207 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
var _valid1 = _errs183 === errors;
valid43 = valid43 || _valid1;
if(!valid43){
const err208 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
else {
errors = _errs180;
if(vErrors !== null){
if(_errs180){
vErrors.length = _errs180;
}
else {
vErrors = null;
}
}
}
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 64 || isNaN(data74)){
const err209 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(data74 < 1 || isNaN(data74)){
const err210 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(typeof data74 === "string"){
if(!pattern45.test(data74)){
const err211 = {instancePath:instancePath+"/spec/rollout/maxUnavailablePerZone",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailablePerZone/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
if(data70.zoneLabel !== undefined){
let data75 = data70.zoneLabel;
if(typeof data75 === "string"){
if(data75.length > 317){
const err212 = {instancePath:instancePath+"/spec/rollout/zoneLabel",schemaPath:"#/properties/spec/properties/rollout/properties/zoneLabel/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(!pattern16.test(data75)){
const err213 = {instancePath:instancePath+"/spec/rollout/zoneLabel",schemaPath:"#/properties/spec/properties/rollout/properties/zoneLabel/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
else {
const err214 = {instancePath:instancePath+"/spec/rollout/zoneLabel",schemaPath:"#/properties/spec/properties/rollout/properties/zoneLabel/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data70.canaries !== undefined){
let data76 = data70.canaries;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
for(const key35 in data76){
if(!((key35 === "matchLabels") || (key35 === "matchExpressions"))){
const err215 = {instancePath:instancePath+"/spec/rollout/canaries",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data76.matchLabels !== undefined){
let data77 = data76.matchLabels;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(Object.keys(data77).length > 16){
const err216 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
for(const key36 in data77){
if(!(pattern16.test(key36))){
const err217 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
for(const key37 in data77){
if(pattern16.test(key37)){
let data78 = data77[key37];
if(typeof data78 === "string"){
if(data78.length > 63){
const err218 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if(!pattern18.test(data78)){
const err219 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
else {
const err220 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels/" + key37.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
}
else {
const err221 = {instancePath:instancePath+"/spec/rollout/canaries/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data76.matchExpressions !== undefined){
let data79 = data76.matchExpressions;
if(Array.isArray(data79)){
if(data79.length > 16){
const err222 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
const len7 = data79.length;
for(let i8=0; i8<len7; i8++){
let data80 = data79[i8];
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.key === undefined){
const err223 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data80.operator === undefined){
const err224 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
for(const key38 in data80){
if(!(((key38 === "key") || (key38 === "operator")) || (key38 === "values"))){
const err225 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data80.key !== undefined){
let data81 = data80.key;
if(typeof data81 === "string"){
if(data81.length > 317){
const err226 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(!pattern16.test(data81)){
const err227 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
else {
const err228 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
if(data80.operator !== undefined){
let data82 = data80.operator;
if(typeof data82 !== "string"){
const err229 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
if(!((((data82 === "In") || (data82 === "NotIn")) || (data82 === "Exists")) || (data82 === "DoesNotExist"))){
const err230 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.canaries.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data80.values !== undefined){
let data83 = data80.values;
if(Array.isArray(data83)){
if(data83.length > 32){
const err231 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
const len8 = data83.length;
for(let i9=0; i9<len8; i9++){
let data84 = data83[i9];
if(typeof data84 === "string"){
if(data84.length > 63){
const err232 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/values/" + i9,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(!pattern18.test(data84)){
const err233 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/values/" + i9,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
else {
const err234 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/values/" + i9,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
}
else {
const err235 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
}
else {
const err236 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions/" + i8,schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
}
else {
const err237 = {instancePath:instancePath+"/spec/rollout/canaries/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
}
else {
const err238 = {instancePath:instancePath+"/spec/rollout/canaries",schemaPath:"#/properties/spec/properties/rollout/properties/canaries/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data70.stages !== undefined){
let data85 = data70.stages;
if(Array.isArray(data85)){
if(data85.length > 8){
const err239 = {instancePath:instancePath+"/spec/rollout/stages",schemaPath:"#/properties/spec/properties/rollout/properties/stages/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
const len9 = data85.length;
for(let i10=0; i10<len9; i10++){
let data86 = data85[i10];
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(data86.nodes === undefined){
const err240 = {instancePath:instancePath+"/spec/rollout/stages/" + i10,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
for(const key39 in data86){
if(!(((((key39 === "pool") || (key39 === "nodes")) || (key39 === "soak")) || (key39 === "gates")) || (key39 === "approval"))){
const err241 = {instancePath:instancePath+"/spec/rollout/stages/" + i10,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data86.pool !== undefined){
let data87 = data86.pool;
if(typeof data87 === "string"){
if(data87.length > 63){
const err242 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/pool",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/pool/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(!pattern53.test(data87)){
const err243 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/pool",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/pool/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
else {
const err244 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/pool",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/pool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data86.nodes !== undefined){
let data88 = data86.nodes;
const _errs216 = errors;
let valid54 = false;
const _errs217 = errors;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err245 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
var _valid2 = _errs217 === errors;
valid54 = valid54 || _valid2;
const _errs219 = errors;
if(typeof data88 !== "string"){
const err246 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
var _valid2 = _errs219 === errors;
valid54 = valid54 || _valid2;
if(!valid54){
const err247 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
else {
errors = _errs216;
if(vErrors !== null){
if(_errs216){
vErrors.length = _errs216;
}
else {
vErrors = null;
}
}
}
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 100000 || isNaN(data88)){
const err248 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(data88 < 1 || isNaN(data88)){
const err249 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(typeof data88 === "string"){
if(!pattern45.test(data88)){
const err250 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/nodes",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/nodes/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
}
if(data86.soak !== undefined){
let data89 = data86.soak;
if(typeof data89 === "string"){
if(data89.length > 24){
const err251 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(!pattern55.test(data89)){
const err252 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
else {
const err253 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/soak",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/soak/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data86.gates !== undefined){
let data90 = data86.gates;
if(Array.isArray(data90)){
if(data90.length > 16){
const err254 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/gates",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/gates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
const len10 = data90.length;
for(let i11=0; i11<len10; i11++){
let data91 = data90[i11];
if(typeof data91 === "string"){
if(data91.length > 63){
const err255 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/gates/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/gates/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
else {
const err256 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/gates/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/gates/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
else {
const err257 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/gates",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data86.approval !== undefined){
let data92 = data86.approval;
if(typeof data92 !== "string"){
const err258 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/approval",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/approval/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
if(!((data92 === "Automatic") || (data92 === "Manual"))){
const err259 = {instancePath:instancePath+"/spec/rollout/stages/" + i10+"/approval",schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/properties/approval/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.stages.items.properties.approval.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
}
else {
const err260 = {instancePath:instancePath+"/spec/rollout/stages/" + i10,schemaPath:"#/properties/spec/properties/rollout/properties/stages/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath:instancePath+"/spec/rollout/stages",schemaPath:"#/properties/spec/properties/rollout/properties/stages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data70.windows !== undefined){
let data93 = data70.windows;
if(Array.isArray(data93)){
if(data93.length > 16){
const err262 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
const len11 = data93.length;
for(let i12=0; i12<len11; i12++){
let data94 = data93[i12];
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.schedule === undefined){
const err263 = {instancePath:instancePath+"/spec/rollout/windows/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "schedule"},message:"must have required property '"+"schedule"+"'"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
if(data94.duration === undefined){
const err264 = {instancePath:instancePath+"/spec/rollout/windows/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "duration"},message:"must have required property '"+"duration"+"'"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
for(const key40 in data94){
if(!(((key40 === "schedule") || (key40 === "duration")) || (key40 === "timeZone"))){
const err265 = {instancePath:instancePath+"/spec/rollout/windows/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
if(data94.schedule !== undefined){
let data95 = data94.schedule;
if(typeof data95 === "string"){
if(data95.length > 128){
const err266 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
if(!pattern56.test(data95)){
const err267 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/pattern",keyword:"pattern",params:{pattern: "^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"},message:"must match pattern \""+"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"+"\""};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
else {
const err268 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
if(data94.duration !== undefined){
let data96 = data94.duration;
if(typeof data96 === "string"){
if(data96.length > 24){
const err269 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
if(!pattern55.test(data96)){
const err270 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
else {
const err271 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data94.timeZone !== undefined){
let data97 = data94.timeZone;
if(typeof data97 === "string"){
if(data97.length > 64){
const err272 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data97.length < 1){
const err273 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(!pattern58.test(data97)){
const err274 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+/-]+$"+"\""};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
else {
const err275 = {instancePath:instancePath+"/spec/rollout/windows/" + i12+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/spec/rollout/windows/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
}
else {
const err277 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
}
if(data70.freezes !== undefined){
let data98 = data70.freezes;
if(Array.isArray(data98)){
if(data98.length > 32){
const err278 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
const len12 = data98.length;
for(let i13=0; i13<len12; i13++){
let data99 = data98[i13];
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
if(data99.from === undefined){
const err279 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
if(data99.to === undefined){
const err280 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
for(const key41 in data99){
if(!(((key41 === "from") || (key41 === "to")) || (key41 === "reason"))){
const err281 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
}
if(data99.from !== undefined){
let data100 = data99.from;
if(typeof data100 === "string"){
if(data100.length > 40){
const err282 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
if(!pattern59.test(data100)){
const err283 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
}
else {
const err284 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
if(data99.to !== undefined){
let data101 = data99.to;
if(typeof data101 === "string"){
if(data101.length > 40){
const err285 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
if(!pattern59.test(data101)){
const err286 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
}
else {
const err287 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
if(data99.reason !== undefined){
let data102 = data99.reason;
if(typeof data102 === "string"){
if(data102.length > 253){
const err288 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
else {
const err289 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
}
else {
const err290 = {instancePath:instancePath+"/spec/rollout/freezes/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
}
else {
const err291 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
if(data70.gates !== undefined){
let data103 = data70.gates;
if(Array.isArray(data103)){
if(data103.length > 16){
const err292 = {instancePath:instancePath+"/spec/rollout/gates",schemaPath:"#/properties/spec/properties/rollout/properties/gates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
const len13 = data103.length;
for(let i14=0; i14<len13; i14++){
let data104 = data103[i14];
if(data104 && typeof data104 == "object" && !Array.isArray(data104)){
if(data104.name === undefined){
const err293 = {instancePath:instancePath+"/spec/rollout/gates/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
for(const key42 in data104){
if(!(((((key42 === "name") || (key42 === "preset")) || (key42 === "cel")) || (key42 === "prometheus")) || (key42 === "nodeCondition"))){
const err294 = {instancePath:instancePath+"/spec/rollout/gates/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
if(data104.name !== undefined){
let data105 = data104.name;
if(typeof data105 === "string"){
if(data105.length > 63){
const err295 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
if(data105.length < 1){
const err296 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(!pattern61.test(data105)){
const err297 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
}
else {
const err298 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data104.preset !== undefined){
let data106 = data104.preset;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.name === undefined){
const err299 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
for(const key43 in data106){
if(!((key43 === "name") || (key43 === "namespace"))){
const err300 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
if(data106.name !== undefined){
let data107 = data106.name;
if(typeof data107 !== "string"){
const err301 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
if(!((((data107 === "CephHealthy") || (data107 === "LonghornHealthy")) || (data107 === "CloudNativePGHealthy")) || (data107 === "DeploymentsAvailable"))){
const err302 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/name/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.gates.items.properties.preset.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data106.namespace !== undefined){
let data108 = data106.namespace;
if(typeof data108 === "string"){
if(data108.length > 63){
const err303 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(data108.length < 1){
const err304 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(!pattern61.test(data108)){
const err305 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
}
else {
const err306 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
}
else {
const err307 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data104.cel !== undefined){
let data109 = data104.cel;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.objects === undefined){
const err308 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/required",keyword:"required",params:{missingProperty: "objects"},message:"must have required property '"+"objects"+"'"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(data109.expression === undefined){
const err309 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
for(const key44 in data109){
if(!(((key44 === "objects") || (key44 === "expression")) || (key44 === "messageExpression"))){
const err310 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data109.objects !== undefined){
let data110 = data109.objects;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.apiVersion === undefined){
const err311 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data110.resource === undefined){
const err312 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
for(const key45 in data110){
if(!((((key45 === "apiVersion") || (key45 === "resource")) || (key45 === "namespace")) || (key45 === "labelSelector"))){
const err313 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
if(data110.apiVersion !== undefined){
let data111 = data110.apiVersion;
if(typeof data111 === "string"){
if(data111.length > 253){
const err314 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
if(!pattern63.test(data111)){
const err315 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$"+"\""};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
else {
const err316 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
}
if(data110.resource !== undefined){
let data112 = data110.resource;
if(typeof data112 === "string"){
if(data112.length > 63){
const err317 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if(!pattern64.test(data112)){
const err318 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
else {
const err319 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
}
if(data110.namespace !== undefined){
let data113 = data110.namespace;
if(typeof data113 === "string"){
if(data113.length > 63){
const err320 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
if(data113.length < 1){
const err321 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
if(!pattern61.test(data113)){
const err322 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
else {
const err323 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
}
if(data110.labelSelector !== undefined){
let data114 = data110.labelSelector;
if(typeof data114 === "string"){
if(data114.length > 1024){
const err324 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/labelSelector",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/labelSelector/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
}
else {
const err325 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects/labelSelector",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/labelSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
}
else {
const err326 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data109.expression !== undefined){
let data115 = data109.expression;
if(typeof data115 === "string"){
if(data115.length > 4096){
const err327 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
if(data115.length < 1){
const err328 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
else {
const err329 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
if(data109.messageExpression !== undefined){
let data116 = data109.messageExpression;
if(typeof data116 === "string"){
if(data116.length > 4096){
const err330 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
if(data116.length < 1){
const err331 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
else {
const err332 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
}
else {
const err333 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
if(data104.prometheus !== undefined){
let data117 = data104.prometheus;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
for(const key46 in data117){
if(!((((key46 === "url") || (key46 === "service")) || (key46 === "query")) || (key46 === "noFiringAlerts"))){
const err334 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
if(data117.url !== undefined){
let data118 = data117.url;
if(typeof data118 === "string"){
if(data118.length > 512){
const err335 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
if(!pattern66.test(data118)){
const err336 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^ @?#]+$"},message:"must match pattern \""+"^https?://[^ @?#]+$"+"\""};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
else {
const err337 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
}
if(data117.service !== undefined){
let data119 = data117.service;
if(data119 && typeof data119 == "object" && !Array.isArray(data119)){
if(data119.namespace === undefined){
const err338 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
if(data119.name === undefined){
const err339 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
if(data119.port === undefined){
const err340 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
for(const key47 in data119){
if(!(((key47 === "namespace") || (key47 === "name")) || (key47 === "port"))){
const err341 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
if(data119.namespace !== undefined){
let data120 = data119.namespace;
if(typeof data120 === "string"){
if(data120.length > 63){
const err342 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
if(data120.length < 1){
const err343 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
if(!pattern61.test(data120)){
const err344 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
else {
const err345 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
}
if(data119.name !== undefined){
let data121 = data119.name;
if(typeof data121 === "string"){
if(data121.length > 63){
const err346 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
if(data121.length < 1){
const err347 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
if(!pattern61.test(data121)){
const err348 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
else {
const err349 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
}
if(data119.port !== undefined){
let data122 = data119.port;
if(typeof data122 === "string"){
if(data122.length > 32){
const err350 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
if(!pattern69.test(data122)){
const err351 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/pattern",keyword:"pattern",params:{pattern: "^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
else {
const err352 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
}
}
else {
const err353 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data117.query !== undefined){
let data123 = data117.query;
if(typeof data123 === "string"){
if(data123.length > 4096){
const err354 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(data123.length < 1){
const err355 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err355];
}
else {
vErrors.push(err355);
}
errors++;
}
}
else {
const err356 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
if(data117.noFiringAlerts !== undefined){
let data124 = data117.noFiringAlerts;
if(data124 && typeof data124 == "object" && !Array.isArray(data124)){
for(const key48 in data124){
if(!(key48 === "except")){
const err357 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
}
if(data124.except !== undefined){
let data125 = data124.except;
if(Array.isArray(data125)){
if(data125.length > 64){
const err358 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts/except",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
const len14 = data125.length;
for(let i15=0; i15<len14; i15++){
let data126 = data125[i15];
if(typeof data126 === "string"){
if(data126.length > 253){
const err359 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts/except/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
if(data126.length < 1){
const err360 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts/except/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
}
else {
const err361 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts/except/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
}
}
else {
const err362 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts/except",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
}
else {
const err363 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus/noFiringAlerts",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
}
else {
const err364 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/prometheus",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
}
if(data104.nodeCondition !== undefined){
let data127 = data104.nodeCondition;
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.type === undefined){
const err365 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
if(data127.status === undefined){
const err366 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
for(const key49 in data127){
if(!((key49 === "type") || (key49 === "status"))){
const err367 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
if(data127.type !== undefined){
let data128 = data127.type;
if(typeof data128 === "string"){
if(data128.length > 316){
const err368 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/maxLength",keyword:"maxLength",params:{limit: 316},message:"must NOT have more than 316 characters"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
if(!pattern70.test(data128)){
const err369 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9./_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9./_-]+$"+"\""};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
else {
const err370 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
}
if(data127.status !== undefined){
let data129 = data127.status;
if(typeof data129 !== "string"){
const err371 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition/status",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(!(((data129 === "True") || (data129 === "False")) || (data129 === "Unknown"))){
const err372 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition/status",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.gates.items.properties.nodeCondition.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
}
}
else {
const err373 = {instancePath:instancePath+"/spec/rollout/gates/" + i14+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
}
else {
const err374 = {instancePath:instancePath+"/spec/rollout/gates/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
}
}
else {
const err375 = {instancePath:instancePath+"/spec/rollout/gates",schemaPath:"#/properties/spec/properties/rollout/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
if(data70.failurePolicy !== undefined){
let data130 = data70.failurePolicy;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
for(const key50 in data130){
if(!((key50 === "maxFailures") || (key50 === "onHalt"))){
const err376 = {instancePath:instancePath+"/spec/rollout/failurePolicy",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
if(data130.maxFailures !== undefined){
let data131 = data130.maxFailures;
const _errs317 = errors;
let valid76 = false;
const _errs318 = errors;
if(!(((typeof data131 == "number") && (!(data131 % 1) && !isNaN(data131))) && (isFinite(data131)))){
const err377 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
var _valid3 = _errs318 === errors;
valid76 = valid76 || _valid3;
const _errs320 = errors;
if(typeof data131 !== "string"){
const err378 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
var _valid3 = _errs320 === errors;
valid76 = valid76 || _valid3;
if(!valid76){
const err379 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
else {
errors = _errs317;
if(vErrors !== null){
if(_errs317){
vErrors.length = _errs317;
}
else {
vErrors = null;
}
}
}
if((typeof data131 == "number") && (isFinite(data131))){
if(data131 > 100000 || isNaN(data131)){
const err380 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if(data131 < 0 || isNaN(data131)){
const err381 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
if(typeof data131 === "string"){
if(!pattern45.test(data131)){
const err382 = {instancePath:instancePath+"/spec/rollout/failurePolicy/maxFailures",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/maxFailures/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err382];
}
else {
vErrors.push(err382);
}
errors++;
}
}
}
if(data130.onHalt !== undefined){
let data132 = data130.onHalt;
if(typeof data132 !== "string"){
const err383 = {instancePath:instancePath+"/spec/rollout/failurePolicy/onHalt",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/onHalt/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
if(!((data132 === "Hold") || (data132 === "RollBack"))){
const err384 = {instancePath:instancePath+"/spec/rollout/failurePolicy/onHalt",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/properties/onHalt/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.failurePolicy.properties.onHalt.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err384];
}
else {
vErrors.push(err384);
}
errors++;
}
}
}
else {
const err385 = {instancePath:instancePath+"/spec/rollout/failurePolicy",schemaPath:"#/properties/spec/properties/rollout/properties/failurePolicy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
if(data70.historyLimit !== undefined){
let data133 = data70.historyLimit;
if(!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))){
const err386 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 > 1000 || isNaN(data133)){
const err387 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
if(data133 < 1 || isNaN(data133)){
const err388 = {instancePath:instancePath+"/spec/rollout/historyLimit",schemaPath:"#/properties/spec/properties/rollout/properties/historyLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
}
}
if(data70.confirmWithin !== undefined){
let data134 = data70.confirmWithin;
if(typeof data134 === "string"){
if(data134.length > 24){
const err389 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
if(!pattern55.test(data134)){
const err390 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
else {
const err391 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
if(data70.prepare !== undefined){
let data135 = data70.prepare;
if(data135 && typeof data135 == "object" && !Array.isArray(data135)){
for(const key51 in data135){
if(!(key51 === "timeout")){
const err392 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
}
if(data135.timeout !== undefined){
let data136 = data135.timeout;
if(typeof data136 === "string"){
if(data136.length > 24){
const err393 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
if(!pattern55.test(data136)){
const err394 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
}
else {
const err395 = {instancePath:instancePath+"/spec/rollout/prepare/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
}
}
else {
const err396 = {instancePath:instancePath+"/spec/rollout/prepare",schemaPath:"#/properties/spec/properties/rollout/properties/prepare/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
if(data70.drain !== undefined){
let data137 = data70.drain;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
for(const key52 in data137){
if(!(((((key52 === "timeout") || (key52 === "onTimeout")) || (key52 === "detachTimeout")) || (key52 === "loadBalancerGrace")) || (key52 === "rules"))){
const err397 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
if(data137.timeout !== undefined){
let data138 = data137.timeout;
if(typeof data138 === "string"){
if(data138.length > 24){
const err398 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
if(!pattern55.test(data138)){
const err399 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
else {
const err400 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
if(data137.onTimeout !== undefined){
let data139 = data137.onTimeout;
if(typeof data139 !== "string"){
const err401 = {instancePath:instancePath+"/spec/rollout/drain/onTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/onTimeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(!((data139 === "Hold") || (data139 === "SkipNode"))){
const err402 = {instancePath:instancePath+"/spec/rollout/drain/onTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/onTimeout/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.onTimeout.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
if(data137.detachTimeout !== undefined){
let data140 = data137.detachTimeout;
if(typeof data140 === "string"){
if(data140.length > 24){
const err403 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
if(!pattern55.test(data140)){
const err404 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
}
else {
const err405 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
if(data137.loadBalancerGrace !== undefined){
let data141 = data137.loadBalancerGrace;
if(typeof data141 === "string"){
if(data141.length > 24){
const err406 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
if(!pattern55.test(data141)){
const err407 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
else {
const err408 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
if(data137.rules !== undefined){
let data142 = data137.rules;
if(Array.isArray(data142)){
if(data142.length > 32){
const err409 = {instancePath:instancePath+"/spec/rollout/drain/rules",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
const len15 = data142.length;
for(let i16=0; i16<len15; i16++){
let data143 = data142[i16];
if(data143 && typeof data143 == "object" && !Array.isArray(data143)){
if(data143.action === undefined){
const err410 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
for(const key53 in data143){
if(!((((key53 === "podSelector") || (key53 === "namespaces")) || (key53 === "action")) || (key53 === "order"))){
const err411 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key53},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
}
if(data143.podSelector !== undefined){
let data144 = data143.podSelector;
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
for(const key54 in data144){
if(!((key54 === "matchLabels") || (key54 === "matchExpressions"))){
const err412 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
}
if(data144.matchLabels !== undefined){
let data145 = data144.matchLabels;
if(data145 && typeof data145 == "object" && !Array.isArray(data145)){
if(Object.keys(data145).length > 16){
const err413 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
for(const key55 in data145){
if(!(pattern16.test(key55))){
const err414 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
}
for(const key56 in data145){
if(pattern16.test(key56)){
let data146 = data145[key56];
if(typeof data146 === "string"){
if(data146.length > 63){
const err415 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels/" + key56.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(!pattern18.test(data146)){
const err416 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels/" + key56.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
}
else {
const err417 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels/" + key56.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
}
}
}
else {
const err418 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
}
if(data144.matchExpressions !== undefined){
let data147 = data144.matchExpressions;
if(Array.isArray(data147)){
if(data147.length > 16){
const err419 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
const len16 = data147.length;
for(let i17=0; i17<len16; i17++){
let data148 = data147[i17];
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.key === undefined){
const err420 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
if(data148.operator === undefined){
const err421 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
for(const key57 in data148){
if(!(((key57 === "key") || (key57 === "operator")) || (key57 === "values"))){
const err422 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
if(data148.key !== undefined){
let data149 = data148.key;
if(typeof data149 === "string"){
if(data149.length > 317){
const err423 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
if(!pattern16.test(data149)){
const err424 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
}
else {
const err425 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data148.operator !== undefined){
let data150 = data148.operator;
if(typeof data150 !== "string"){
const err426 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if(!((((data150 === "In") || (data150 === "NotIn")) || (data150 === "Exists")) || (data150 === "DoesNotExist"))){
const err427 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.rules.items.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
}
if(data148.values !== undefined){
let data151 = data148.values;
if(Array.isArray(data151)){
if(data151.length > 32){
const err428 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
const len17 = data151.length;
for(let i18=0; i18<len17; i18++){
let data152 = data151[i18];
if(typeof data152 === "string"){
if(data152.length > 63){
const err429 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/values/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
if(!pattern18.test(data152)){
const err430 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/values/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err430];
}
else {
vErrors.push(err430);
}
errors++;
}
}
else {
const err431 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/values/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
}
else {
const err432 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
}
}
else {
const err433 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
}
}
else {
const err434 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
}
else {
const err435 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/podSelector",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
if(data143.namespaces !== undefined){
let data153 = data143.namespaces;
if(Array.isArray(data153)){
if(data153.length > 64){
const err436 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/namespaces",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
const len18 = data153.length;
for(let i19=0; i19<len18; i19++){
let data154 = data153[i19];
if(typeof data154 === "string"){
if(data154.length > 253){
const err437 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/namespaces/" + i19,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
if(data154.length < 1){
const err438 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/namespaces/" + i19,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
else {
const err439 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/namespaces/" + i19,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
}
}
else {
const err440 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/namespaces",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
}
if(data143.action !== undefined){
let data155 = data143.action;
if(typeof data155 !== "string"){
const err441 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/action",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
if(!(((data155 === "Evict") || (data155 === "WaitForCompletion")) || (data155 === "Skip"))){
const err442 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/action",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.rules.items.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
if(data143.order !== undefined){
let data156 = data143.order;
if(!(((typeof data156 == "number") && (!(data156 % 1) && !isNaN(data156))) && (isFinite(data156)))){
const err443 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if((typeof data156 == "number") && (isFinite(data156))){
if(data156 > 1000 || isNaN(data156)){
const err444 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(data156 < -1000 || isNaN(data156)){
const err445 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000},message:"must be >= -1000"};
if(vErrors === null){
vErrors = [err445];
}
else {
vErrors.push(err445);
}
errors++;
}
}
}
}
else {
const err446 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
}
}
else {
const err447 = {instancePath:instancePath+"/spec/rollout/drain/rules",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
}
}
else {
const err448 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
if(data70.verify !== undefined){
let data157 = data70.verify;
if(data157 && typeof data157 == "object" && !Array.isArray(data157)){
for(const key58 in data157){
if(!((key58 === "steadyFor") || (key58 === "timeout"))){
const err449 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
}
if(data157.steadyFor !== undefined){
let data158 = data157.steadyFor;
if(typeof data158 === "string"){
if(data158.length > 24){
const err450 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(!pattern55.test(data158)){
const err451 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
else {
const err452 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
if(data157.timeout !== undefined){
let data159 = data157.timeout;
if(typeof data159 === "string"){
if(data159.length > 24){
const err453 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
if(!pattern55.test(data159)){
const err454 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
else {
const err455 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
}
}
else {
const err456 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
}
}
else {
const err457 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
if(data4.remediation !== undefined){
let data160 = data4.remediation;
if(data160 && typeof data160 == "object" && !Array.isArray(data160)){
for(const key59 in data160){
if(!((((key59 === "actions") || (key59 === "after")) || (key59 === "maxUnhealthy")) || (key59 === "maxAttempts"))){
const err458 = {instancePath:instancePath+"/spec/remediation",schemaPath:"#/properties/spec/properties/remediation/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
}
if(data160.actions !== undefined){
let data161 = data160.actions;
if(Array.isArray(data161)){
if(data161.length > 2){
const err459 = {instancePath:instancePath+"/spec/remediation/actions",schemaPath:"#/properties/spec/properties/remediation/properties/actions/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
const len19 = data161.length;
for(let i20=0; i20<len19; i20++){
let data162 = data161[i20];
if(typeof data162 !== "string"){
const err460 = {instancePath:instancePath+"/spec/remediation/actions/" + i20,schemaPath:"#/properties/spec/properties/remediation/properties/actions/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
if(!((data162 === "RestartService") || (data162 === "Reboot"))){
const err461 = {instancePath:instancePath+"/spec/remediation/actions/" + i20,schemaPath:"#/properties/spec/properties/remediation/properties/actions/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.remediation.properties.actions.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
}
}
else {
const err462 = {instancePath:instancePath+"/spec/remediation/actions",schemaPath:"#/properties/spec/properties/remediation/properties/actions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
if(data160.after !== undefined){
let data163 = data160.after;
if(typeof data163 === "string"){
if(data163.length > 24){
const err463 = {instancePath:instancePath+"/spec/remediation/after",schemaPath:"#/properties/spec/properties/remediation/properties/after/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
if(!pattern55.test(data163)){
const err464 = {instancePath:instancePath+"/spec/remediation/after",schemaPath:"#/properties/spec/properties/remediation/properties/after/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
else {
const err465 = {instancePath:instancePath+"/spec/remediation/after",schemaPath:"#/properties/spec/properties/remediation/properties/after/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
}
if(data160.maxUnhealthy !== undefined){
let data164 = data160.maxUnhealthy;
const _errs395 = errors;
let valid95 = false;
const _errs396 = errors;
if(!(((typeof data164 == "number") && (!(data164 % 1) && !isNaN(data164))) && (isFinite(data164)))){
const err466 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
var _valid4 = _errs396 === errors;
valid95 = valid95 || _valid4;
const _errs398 = errors;
if(typeof data164 !== "string"){
const err467 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
var _valid4 = _errs398 === errors;
valid95 = valid95 || _valid4;
if(!valid95){
const err468 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
else {
errors = _errs395;
if(vErrors !== null){
if(_errs395){
vErrors.length = _errs395;
}
else {
vErrors = null;
}
}
}
if((typeof data164 == "number") && (isFinite(data164))){
if(data164 > 1000 || isNaN(data164)){
const err469 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
if(data164 < 1 || isNaN(data164)){
const err470 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
if(typeof data164 === "string"){
if(!pattern45.test(data164)){
const err471 = {instancePath:instancePath+"/spec/remediation/maxUnhealthy",schemaPath:"#/properties/spec/properties/remediation/properties/maxUnhealthy/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err471];
}
else {
vErrors.push(err471);
}
errors++;
}
}
}
if(data160.maxAttempts !== undefined){
let data165 = data160.maxAttempts;
if(!(((typeof data165 == "number") && (!(data165 % 1) && !isNaN(data165))) && (isFinite(data165)))){
const err472 = {instancePath:instancePath+"/spec/remediation/maxAttempts",schemaPath:"#/properties/spec/properties/remediation/properties/maxAttempts/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
if((typeof data165 == "number") && (isFinite(data165))){
if(data165 > 10 || isNaN(data165)){
const err473 = {instancePath:instancePath+"/spec/remediation/maxAttempts",schemaPath:"#/properties/spec/properties/remediation/properties/maxAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
if(data165 < 1 || isNaN(data165)){
const err474 = {instancePath:instancePath+"/spec/remediation/maxAttempts",schemaPath:"#/properties/spec/properties/remediation/properties/maxAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err474];
}
else {
vErrors.push(err474);
}
errors++;
}
}
}
}
else {
const err475 = {instancePath:instancePath+"/spec/remediation",schemaPath:"#/properties/spec/properties/remediation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
}
if(data4.notifications !== undefined){
let data166 = data4.notifications;
if(data166 && typeof data166 == "object" && !Array.isArray(data166)){
if(data166.url === undefined){
const err476 = {instancePath:instancePath+"/spec/notifications",schemaPath:"#/properties/spec/properties/notifications/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err476];
}
else {
vErrors.push(err476);
}
errors++;
}
for(const key60 in data166){
if(!(((key60 === "url") || (key60 === "tokenSecret")) || (key60 === "blockedFor"))){
const err477 = {instancePath:instancePath+"/spec/notifications",schemaPath:"#/properties/spec/properties/notifications/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key60},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err477];
}
else {
vErrors.push(err477);
}
errors++;
}
}
if(data166.url !== undefined){
let data167 = data166.url;
if(typeof data167 === "string"){
if(data167.length > 1024){
const err478 = {instancePath:instancePath+"/spec/notifications/url",schemaPath:"#/properties/spec/properties/notifications/properties/url/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err478];
}
else {
vErrors.push(err478);
}
errors++;
}
if(!pattern86.test(data167)){
const err479 = {instancePath:instancePath+"/spec/notifications/url",schemaPath:"#/properties/spec/properties/notifications/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[A-Za-z0-9.:_\\[\\]-]+(/[!-~]*)?$"},message:"must match pattern \""+"^https?://[A-Za-z0-9.:_\\[\\]-]+(/[!-~]*)?$"+"\""};
if(vErrors === null){
vErrors = [err479];
}
else {
vErrors.push(err479);
}
errors++;
}
}
else {
const err480 = {instancePath:instancePath+"/spec/notifications/url",schemaPath:"#/properties/spec/properties/notifications/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err480];
}
else {
vErrors.push(err480);
}
errors++;
}
}
if(data166.tokenSecret !== undefined){
let data168 = data166.tokenSecret;
if(typeof data168 === "string"){
if(data168.length > 253){
const err481 = {instancePath:instancePath+"/spec/notifications/tokenSecret",schemaPath:"#/properties/spec/properties/notifications/properties/tokenSecret/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err481];
}
else {
vErrors.push(err481);
}
errors++;
}
if(!pattern53.test(data168)){
const err482 = {instancePath:instancePath+"/spec/notifications/tokenSecret",schemaPath:"#/properties/spec/properties/notifications/properties/tokenSecret/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err482];
}
else {
vErrors.push(err482);
}
errors++;
}
}
else {
const err483 = {instancePath:instancePath+"/spec/notifications/tokenSecret",schemaPath:"#/properties/spec/properties/notifications/properties/tokenSecret/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err483];
}
else {
vErrors.push(err483);
}
errors++;
}
}
if(data166.blockedFor !== undefined){
let data169 = data166.blockedFor;
if(typeof data169 === "string"){
if(data169.length > 24){
const err484 = {instancePath:instancePath+"/spec/notifications/blockedFor",schemaPath:"#/properties/spec/properties/notifications/properties/blockedFor/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err484];
}
else {
vErrors.push(err484);
}
errors++;
}
if(!pattern55.test(data169)){
const err485 = {instancePath:instancePath+"/spec/notifications/blockedFor",schemaPath:"#/properties/spec/properties/notifications/properties/blockedFor/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err485];
}
else {
vErrors.push(err485);
}
errors++;
}
}
else {
const err486 = {instancePath:instancePath+"/spec/notifications/blockedFor",schemaPath:"#/properties/spec/properties/notifications/properties/blockedFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err486];
}
else {
vErrors.push(err486);
}
errors++;
}
}
}
else {
const err487 = {instancePath:instancePath+"/spec/notifications",schemaPath:"#/properties/spec/properties/notifications/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err487];
}
else {
vErrors.push(err487);
}
errors++;
}
}
}
else {
const err488 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err488];
}
else {
vErrors.push(err488);
}
errors++;
}
}
if(data.status !== undefined){
let data170 = data.status;
if(data170 && typeof data170 == "object" && !Array.isArray(data170)){
for(const key61 in data170){
if(!(func1.call(schema31.properties.status.properties, key61))){
const err489 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key61},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err489];
}
else {
vErrors.push(err489);
}
errors++;
}
}
if(data170.observedGeneration !== undefined){
let data171 = data170.observedGeneration;
if(!(((typeof data171 == "number") && (!(data171 % 1) && !isNaN(data171))) && (isFinite(data171)))){
const err490 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err490];
}
else {
vErrors.push(err490);
}
errors++;
}
if((typeof data171 == "number") && (isFinite(data171))){
if(data171 > 9007199254740991 || isNaN(data171)){
const err491 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err491];
}
else {
vErrors.push(err491);
}
errors++;
}
if(data171 < 0 || isNaN(data171)){
const err492 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err492];
}
else {
vErrors.push(err492);
}
errors++;
}
}
}
if(data170.conditions !== undefined){
let data172 = data170.conditions;
if(Array.isArray(data172)){
if(data172.length > 16){
const err493 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err493];
}
else {
vErrors.push(err493);
}
errors++;
}
const len20 = data172.length;
for(let i21=0; i21<len20; i21++){
let data173 = data172[i21];
if(data173 && typeof data173 == "object" && !Array.isArray(data173)){
if(data173.type === undefined){
const err494 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err494];
}
else {
vErrors.push(err494);
}
errors++;
}
if(data173.status === undefined){
const err495 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err495];
}
else {
vErrors.push(err495);
}
errors++;
}
if(data173.lastTransitionTime === undefined){
const err496 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err496];
}
else {
vErrors.push(err496);
}
errors++;
}
if(data173.reason === undefined){
const err497 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err497];
}
else {
vErrors.push(err497);
}
errors++;
}
if(data173.message === undefined){
const err498 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err498];
}
else {
vErrors.push(err498);
}
errors++;
}
for(const key62 in data173){
if(!((((((key62 === "type") || (key62 === "status")) || (key62 === "observedGeneration")) || (key62 === "lastTransitionTime")) || (key62 === "reason")) || (key62 === "message"))){
const err499 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key62},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err499];
}
else {
vErrors.push(err499);
}
errors++;
}
}
if(data173.type !== undefined){
let data174 = data173.type;
if(typeof data174 === "string"){
if(data174.length > 64){
const err500 = {instancePath:instancePath+"/status/conditions/" + i21+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err500];
}
else {
vErrors.push(err500);
}
errors++;
}
if(data174.length < 1){
const err501 = {instancePath:instancePath+"/status/conditions/" + i21+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err501];
}
else {
vErrors.push(err501);
}
errors++;
}
}
else {
const err502 = {instancePath:instancePath+"/status/conditions/" + i21+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err502];
}
else {
vErrors.push(err502);
}
errors++;
}
}
if(data173.status !== undefined){
let data175 = data173.status;
if(typeof data175 !== "string"){
const err503 = {instancePath:instancePath+"/status/conditions/" + i21+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err503];
}
else {
vErrors.push(err503);
}
errors++;
}
if(!(((data175 === "True") || (data175 === "False")) || (data175 === "Unknown"))){
const err504 = {instancePath:instancePath+"/status/conditions/" + i21+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err504];
}
else {
vErrors.push(err504);
}
errors++;
}
}
if(data173.observedGeneration !== undefined){
let data176 = data173.observedGeneration;
if(!(((typeof data176 == "number") && (!(data176 % 1) && !isNaN(data176))) && (isFinite(data176)))){
const err505 = {instancePath:instancePath+"/status/conditions/" + i21+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err505];
}
else {
vErrors.push(err505);
}
errors++;
}
if((typeof data176 == "number") && (isFinite(data176))){
if(data176 > 9007199254740991 || isNaN(data176)){
const err506 = {instancePath:instancePath+"/status/conditions/" + i21+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err506];
}
else {
vErrors.push(err506);
}
errors++;
}
if(data176 < 0 || isNaN(data176)){
const err507 = {instancePath:instancePath+"/status/conditions/" + i21+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err507];
}
else {
vErrors.push(err507);
}
errors++;
}
}
}
if(data173.lastTransitionTime !== undefined){
let data177 = data173.lastTransitionTime;
if(typeof data177 === "string"){
if(data177.length > 40){
const err508 = {instancePath:instancePath+"/status/conditions/" + i21+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err508];
}
else {
vErrors.push(err508);
}
errors++;
}
if(!pattern59.test(data177)){
const err509 = {instancePath:instancePath+"/status/conditions/" + i21+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err509];
}
else {
vErrors.push(err509);
}
errors++;
}
}
else {
const err510 = {instancePath:instancePath+"/status/conditions/" + i21+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err510];
}
else {
vErrors.push(err510);
}
errors++;
}
}
if(data173.reason !== undefined){
let data178 = data173.reason;
if(typeof data178 === "string"){
if(data178.length > 64){
const err511 = {instancePath:instancePath+"/status/conditions/" + i21+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err511];
}
else {
vErrors.push(err511);
}
errors++;
}
if(!pattern90.test(data178)){
const err512 = {instancePath:instancePath+"/status/conditions/" + i21+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err512];
}
else {
vErrors.push(err512);
}
errors++;
}
}
else {
const err513 = {instancePath:instancePath+"/status/conditions/" + i21+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err513];
}
else {
vErrors.push(err513);
}
errors++;
}
}
if(data173.message !== undefined){
let data179 = data173.message;
if(typeof data179 === "string"){
if(data179.length > 4096){
const err514 = {instancePath:instancePath+"/status/conditions/" + i21+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err514];
}
else {
vErrors.push(err514);
}
errors++;
}
}
else {
const err515 = {instancePath:instancePath+"/status/conditions/" + i21+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err515];
}
else {
vErrors.push(err515);
}
errors++;
}
}
}
else {
const err516 = {instancePath:instancePath+"/status/conditions/" + i21,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err516];
}
else {
vErrors.push(err516);
}
errors++;
}
}
}
else {
const err517 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err517];
}
else {
vErrors.push(err517);
}
errors++;
}
}
if(data170.version !== undefined){
let data180 = data170.version;
if(typeof data180 === "string"){
if(data180.length > 256){
const err518 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err518];
}
else {
vErrors.push(err518);
}
errors++;
}
}
else {
const err519 = {instancePath:instancePath+"/status/version",schemaPath:"#/properties/status/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err519];
}
else {
vErrors.push(err519);
}
errors++;
}
}
if(data170.rollout !== undefined){
let data181 = data170.rollout;
if(typeof data181 === "string"){
if(data181.length > 253){
const err520 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err520];
}
else {
vErrors.push(err520);
}
errors++;
}
}
else {
const err521 = {instancePath:instancePath+"/status/rollout",schemaPath:"#/properties/status/properties/rollout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err521];
}
else {
vErrors.push(err521);
}
errors++;
}
}
if(data170.progress !== undefined){
let data182 = data170.progress;
if(typeof data182 === "string"){
if(data182.length > 32){
const err522 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err522];
}
else {
vErrors.push(err522);
}
errors++;
}
}
else {
const err523 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err523];
}
else {
vErrors.push(err523);
}
errors++;
}
}
if(data170.nodes !== undefined){
let data183 = data170.nodes;
if(data183 && typeof data183 == "object" && !Array.isArray(data183)){
if(data183.total === undefined){
const err524 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err524];
}
else {
vErrors.push(err524);
}
errors++;
}
if(data183.updated === undefined){
const err525 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "updated"},message:"must have required property '"+"updated"+"'"};
if(vErrors === null){
vErrors = [err525];
}
else {
vErrors.push(err525);
}
errors++;
}
if(data183.unavailable === undefined){
const err526 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "unavailable"},message:"must have required property '"+"unavailable"+"'"};
if(vErrors === null){
vErrors = [err526];
}
else {
vErrors.push(err526);
}
errors++;
}
for(const key63 in data183){
if(!(((key63 === "total") || (key63 === "updated")) || (key63 === "unavailable"))){
const err527 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key63},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err527];
}
else {
vErrors.push(err527);
}
errors++;
}
}
if(data183.total !== undefined){
let data184 = data183.total;
if(!(((typeof data184 == "number") && (!(data184 % 1) && !isNaN(data184))) && (isFinite(data184)))){
const err528 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err528];
}
else {
vErrors.push(err528);
}
errors++;
}
if((typeof data184 == "number") && (isFinite(data184))){
if(data184 > 1000000 || isNaN(data184)){
const err529 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err529];
}
else {
vErrors.push(err529);
}
errors++;
}
if(data184 < 0 || isNaN(data184)){
const err530 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err530];
}
else {
vErrors.push(err530);
}
errors++;
}
}
}
if(data183.updated !== undefined){
let data185 = data183.updated;
if(!(((typeof data185 == "number") && (!(data185 % 1) && !isNaN(data185))) && (isFinite(data185)))){
const err531 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err531];
}
else {
vErrors.push(err531);
}
errors++;
}
if((typeof data185 == "number") && (isFinite(data185))){
if(data185 > 1000000 || isNaN(data185)){
const err532 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err532];
}
else {
vErrors.push(err532);
}
errors++;
}
if(data185 < 0 || isNaN(data185)){
const err533 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err533];
}
else {
vErrors.push(err533);
}
errors++;
}
}
}
if(data183.unavailable !== undefined){
let data186 = data183.unavailable;
if(!(((typeof data186 == "number") && (!(data186 % 1) && !isNaN(data186))) && (isFinite(data186)))){
const err534 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err534];
}
else {
vErrors.push(err534);
}
errors++;
}
if((typeof data186 == "number") && (isFinite(data186))){
if(data186 > 1000000 || isNaN(data186)){
const err535 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err535];
}
else {
vErrors.push(err535);
}
errors++;
}
if(data186 < 0 || isNaN(data186)){
const err536 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err536];
}
else {
vErrors.push(err536);
}
errors++;
}
}
}
}
else {
const err537 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err537];
}
else {
vErrors.push(err537);
}
errors++;
}
}
if(data170.versions !== undefined){
let data187 = data170.versions;
if(Array.isArray(data187)){
if(data187.length > 32){
const err538 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err538];
}
else {
vErrors.push(err538);
}
errors++;
}
const len21 = data187.length;
for(let i22=0; i22<len21; i22++){
let data188 = data187[i22];
if(data188 && typeof data188 == "object" && !Array.isArray(data188)){
if(data188.version === undefined){
const err539 = {instancePath:instancePath+"/status/versions/" + i22,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'"};
if(vErrors === null){
vErrors = [err539];
}
else {
vErrors.push(err539);
}
errors++;
}
if(data188.nodes === undefined){
const err540 = {instancePath:instancePath+"/status/versions/" + i22,schemaPath:"#/properties/status/properties/versions/items/required",keyword:"required",params:{missingProperty: "nodes"},message:"must have required property '"+"nodes"+"'"};
if(vErrors === null){
vErrors = [err540];
}
else {
vErrors.push(err540);
}
errors++;
}
for(const key64 in data188){
if(!((((key64 === "version") || (key64 === "kubernetesVersion")) || (key64 === "digest")) || (key64 === "nodes"))){
const err541 = {instancePath:instancePath+"/status/versions/" + i22,schemaPath:"#/properties/status/properties/versions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key64},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err541];
}
else {
vErrors.push(err541);
}
errors++;
}
}
if(data188.version !== undefined){
let data189 = data188.version;
if(typeof data189 === "string"){
if(data189.length > 64){
const err542 = {instancePath:instancePath+"/status/versions/" + i22+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err542];
}
else {
vErrors.push(err542);
}
errors++;
}
}
else {
const err543 = {instancePath:instancePath+"/status/versions/" + i22+"/version",schemaPath:"#/properties/status/properties/versions/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err543];
}
else {
vErrors.push(err543);
}
errors++;
}
}
if(data188.kubernetesVersion !== undefined){
let data190 = data188.kubernetesVersion;
if(typeof data190 === "string"){
if(data190.length > 64){
const err544 = {instancePath:instancePath+"/status/versions/" + i22+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err544];
}
else {
vErrors.push(err544);
}
errors++;
}
}
else {
const err545 = {instancePath:instancePath+"/status/versions/" + i22+"/kubernetesVersion",schemaPath:"#/properties/status/properties/versions/items/properties/kubernetesVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err545];
}
else {
vErrors.push(err545);
}
errors++;
}
}
if(data188.digest !== undefined){
let data191 = data188.digest;
if(typeof data191 === "string"){
if(data191.length > 71){
const err546 = {instancePath:instancePath+"/status/versions/" + i22+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err546];
}
else {
vErrors.push(err546);
}
errors++;
}
if(!pattern5.test(data191)){
const err547 = {instancePath:instancePath+"/status/versions/" + i22+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err547];
}
else {
vErrors.push(err547);
}
errors++;
}
}
else {
const err548 = {instancePath:instancePath+"/status/versions/" + i22+"/digest",schemaPath:"#/properties/status/properties/versions/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err548];
}
else {
vErrors.push(err548);
}
errors++;
}
}
if(data188.nodes !== undefined){
let data192 = data188.nodes;
if(!(((typeof data192 == "number") && (!(data192 % 1) && !isNaN(data192))) && (isFinite(data192)))){
const err549 = {instancePath:instancePath+"/status/versions/" + i22+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err549];
}
else {
vErrors.push(err549);
}
errors++;
}
if((typeof data192 == "number") && (isFinite(data192))){
if(data192 > 1000000 || isNaN(data192)){
const err550 = {instancePath:instancePath+"/status/versions/" + i22+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err550];
}
else {
vErrors.push(err550);
}
errors++;
}
if(data192 < 0 || isNaN(data192)){
const err551 = {instancePath:instancePath+"/status/versions/" + i22+"/nodes",schemaPath:"#/properties/status/properties/versions/items/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err551];
}
else {
vErrors.push(err551);
}
errors++;
}
}
}
}
else {
const err552 = {instancePath:instancePath+"/status/versions/" + i22,schemaPath:"#/properties/status/properties/versions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err552];
}
else {
vErrors.push(err552);
}
errors++;
}
}
}
else {
const err553 = {instancePath:instancePath+"/status/versions",schemaPath:"#/properties/status/properties/versions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err553];
}
else {
vErrors.push(err553);
}
errors++;
}
}
if(data170.window !== undefined){
let data193 = data170.window;
if(data193 && typeof data193 == "object" && !Array.isArray(data193)){
if(data193.startTime === undefined){
const err554 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "startTime"},message:"must have required property '"+"startTime"+"'"};
if(vErrors === null){
vErrors = [err554];
}
else {
vErrors.push(err554);
}
errors++;
}
if(data193.endTime === undefined){
const err555 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "endTime"},message:"must have required property '"+"endTime"+"'"};
if(vErrors === null){
vErrors = [err555];
}
else {
vErrors.push(err555);
}
errors++;
}
if(data193.begun === undefined){
const err556 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/required",keyword:"required",params:{missingProperty: "begun"},message:"must have required property '"+"begun"+"'"};
if(vErrors === null){
vErrors = [err556];
}
else {
vErrors.push(err556);
}
errors++;
}
for(const key65 in data193){
if(!((((key65 === "startTime") || (key65 === "endTime")) || (key65 === "begun")) || (key65 === "waitedFor"))){
const err557 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key65},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err557];
}
else {
vErrors.push(err557);
}
errors++;
}
}
if(data193.startTime !== undefined){
let data194 = data193.startTime;
if(typeof data194 === "string"){
if(data194.length > 40){
const err558 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err558];
}
else {
vErrors.push(err558);
}
errors++;
}
if(!pattern59.test(data194)){
const err559 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err559];
}
else {
vErrors.push(err559);
}
errors++;
}
}
else {
const err560 = {instancePath:instancePath+"/status/window/startTime",schemaPath:"#/properties/status/properties/window/properties/startTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err560];
}
else {
vErrors.push(err560);
}
errors++;
}
}
if(data193.endTime !== undefined){
let data195 = data193.endTime;
if(typeof data195 === "string"){
if(data195.length > 40){
const err561 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err561];
}
else {
vErrors.push(err561);
}
errors++;
}
if(!pattern59.test(data195)){
const err562 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err562];
}
else {
vErrors.push(err562);
}
errors++;
}
}
else {
const err563 = {instancePath:instancePath+"/status/window/endTime",schemaPath:"#/properties/status/properties/window/properties/endTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err563];
}
else {
vErrors.push(err563);
}
errors++;
}
}
if(data193.begun !== undefined){
let data196 = data193.begun;
if(!(((typeof data196 == "number") && (!(data196 % 1) && !isNaN(data196))) && (isFinite(data196)))){
const err564 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err564];
}
else {
vErrors.push(err564);
}
errors++;
}
if((typeof data196 == "number") && (isFinite(data196))){
if(data196 > 1000000 || isNaN(data196)){
const err565 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err565];
}
else {
vErrors.push(err565);
}
errors++;
}
if(data196 < 0 || isNaN(data196)){
const err566 = {instancePath:instancePath+"/status/window/begun",schemaPath:"#/properties/status/properties/window/properties/begun/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err566];
}
else {
vErrors.push(err566);
}
errors++;
}
}
}
if(data193.waitedFor !== undefined){
let data197 = data193.waitedFor;
if(typeof data197 === "string"){
if(data197.length > 2048){
const err567 = {instancePath:instancePath+"/status/window/waitedFor",schemaPath:"#/properties/status/properties/window/properties/waitedFor/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err567];
}
else {
vErrors.push(err567);
}
errors++;
}
}
else {
const err568 = {instancePath:instancePath+"/status/window/waitedFor",schemaPath:"#/properties/status/properties/window/properties/waitedFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err568];
}
else {
vErrors.push(err568);
}
errors++;
}
}
}
else {
const err569 = {instancePath:instancePath+"/status/window",schemaPath:"#/properties/status/properties/window/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err569];
}
else {
vErrors.push(err569);
}
errors++;
}
}
if(data170.gates !== undefined){
let data198 = data170.gates;
if(Array.isArray(data198)){
if(data198.length > 16){
const err570 = {instancePath:instancePath+"/status/gates",schemaPath:"#/properties/status/properties/gates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err570];
}
else {
vErrors.push(err570);
}
errors++;
}
const len22 = data198.length;
for(let i23=0; i23<len22; i23++){
let data199 = data198[i23];
if(data199 && typeof data199 == "object" && !Array.isArray(data199)){
if(data199.name === undefined){
const err571 = {instancePath:instancePath+"/status/gates/" + i23,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err571];
}
else {
vErrors.push(err571);
}
errors++;
}
if(data199.state === undefined){
const err572 = {instancePath:instancePath+"/status/gates/" + i23,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err572];
}
else {
vErrors.push(err572);
}
errors++;
}
if(data199.since === undefined){
const err573 = {instancePath:instancePath+"/status/gates/" + i23,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err573];
}
else {
vErrors.push(err573);
}
errors++;
}
for(const key66 in data199){
if(!((((key66 === "name") || (key66 === "state")) || (key66 === "since")) || (key66 === "message"))){
const err574 = {instancePath:instancePath+"/status/gates/" + i23,schemaPath:"#/properties/status/properties/gates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key66},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err574];
}
else {
vErrors.push(err574);
}
errors++;
}
}
if(data199.name !== undefined){
let data200 = data199.name;
if(typeof data200 === "string"){
if(data200.length > 63){
const err575 = {instancePath:instancePath+"/status/gates/" + i23+"/name",schemaPath:"#/properties/status/properties/gates/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err575];
}
else {
vErrors.push(err575);
}
errors++;
}
}
else {
const err576 = {instancePath:instancePath+"/status/gates/" + i23+"/name",schemaPath:"#/properties/status/properties/gates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err576];
}
else {
vErrors.push(err576);
}
errors++;
}
}
if(data199.state !== undefined){
let data201 = data199.state;
if(typeof data201 !== "string"){
const err577 = {instancePath:instancePath+"/status/gates/" + i23+"/state",schemaPath:"#/properties/status/properties/gates/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err577];
}
else {
vErrors.push(err577);
}
errors++;
}
if(!(((data201 === "Open") || (data201 === "Closed")) || (data201 === "Unknown"))){
const err578 = {instancePath:instancePath+"/status/gates/" + i23+"/state",schemaPath:"#/properties/status/properties/gates/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.gates.items.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err578];
}
else {
vErrors.push(err578);
}
errors++;
}
}
if(data199.since !== undefined){
let data202 = data199.since;
if(typeof data202 === "string"){
if(data202.length > 40){
const err579 = {instancePath:instancePath+"/status/gates/" + i23+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err579];
}
else {
vErrors.push(err579);
}
errors++;
}
if(!pattern59.test(data202)){
const err580 = {instancePath:instancePath+"/status/gates/" + i23+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err580];
}
else {
vErrors.push(err580);
}
errors++;
}
}
else {
const err581 = {instancePath:instancePath+"/status/gates/" + i23+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err581];
}
else {
vErrors.push(err581);
}
errors++;
}
}
if(data199.message !== undefined){
let data203 = data199.message;
if(typeof data203 === "string"){
if(data203.length > 1024){
const err582 = {instancePath:instancePath+"/status/gates/" + i23+"/message",schemaPath:"#/properties/status/properties/gates/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err582];
}
else {
vErrors.push(err582);
}
errors++;
}
}
else {
const err583 = {instancePath:instancePath+"/status/gates/" + i23+"/message",schemaPath:"#/properties/status/properties/gates/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err583];
}
else {
vErrors.push(err583);
}
errors++;
}
}
}
else {
const err584 = {instancePath:instancePath+"/status/gates/" + i23,schemaPath:"#/properties/status/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err584];
}
else {
vErrors.push(err584);
}
errors++;
}
}
}
else {
const err585 = {instancePath:instancePath+"/status/gates",schemaPath:"#/properties/status/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err585];
}
else {
vErrors.push(err585);
}
errors++;
}
}
if(data170.inFlight !== undefined){
let data204 = data170.inFlight;
if(Array.isArray(data204)){
if(data204.length > 1024){
const err586 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/maxItems",keyword:"maxItems",params:{limit: 1024},message:"must NOT have more than 1024 items"};
if(vErrors === null){
vErrors = [err586];
}
else {
vErrors.push(err586);
}
errors++;
}
const len23 = data204.length;
for(let i24=0; i24<len23; i24++){
let data205 = data204[i24];
if(data205 && typeof data205 == "object" && !Array.isArray(data205)){
if(data205.node === undefined){
const err587 = {instancePath:instancePath+"/status/inFlight/" + i24,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err587];
}
else {
vErrors.push(err587);
}
errors++;
}
if(data205.uid === undefined){
const err588 = {instancePath:instancePath+"/status/inFlight/" + i24,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "uid"},message:"must have required property '"+"uid"+"'"};
if(vErrors === null){
vErrors = [err588];
}
else {
vErrors.push(err588);
}
errors++;
}
if(data205.operationID === undefined){
const err589 = {instancePath:instancePath+"/status/inFlight/" + i24,schemaPath:"#/properties/status/properties/inFlight/items/required",keyword:"required",params:{missingProperty: "operationID"},message:"must have required property '"+"operationID"+"'"};
if(vErrors === null){
vErrors = [err589];
}
else {
vErrors.push(err589);
}
errors++;
}
for(const key67 in data205){
if(!(((key67 === "node") || (key67 === "uid")) || (key67 === "operationID"))){
const err590 = {instancePath:instancePath+"/status/inFlight/" + i24,schemaPath:"#/properties/status/properties/inFlight/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key67},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err590];
}
else {
vErrors.push(err590);
}
errors++;
}
}
if(data205.node !== undefined){
let data206 = data205.node;
if(typeof data206 === "string"){
if(data206.length > 253){
const err591 = {instancePath:instancePath+"/status/inFlight/" + i24+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err591];
}
else {
vErrors.push(err591);
}
errors++;
}
if(data206.length < 1){
const err592 = {instancePath:instancePath+"/status/inFlight/" + i24+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err592];
}
else {
vErrors.push(err592);
}
errors++;
}
}
else {
const err593 = {instancePath:instancePath+"/status/inFlight/" + i24+"/node",schemaPath:"#/properties/status/properties/inFlight/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err593];
}
else {
vErrors.push(err593);
}
errors++;
}
}
if(data205.uid !== undefined){
let data207 = data205.uid;
if(typeof data207 === "string"){
if(data207.length > 64){
const err594 = {instancePath:instancePath+"/status/inFlight/" + i24+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err594];
}
else {
vErrors.push(err594);
}
errors++;
}
if(data207.length < 1){
const err595 = {instancePath:instancePath+"/status/inFlight/" + i24+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err595];
}
else {
vErrors.push(err595);
}
errors++;
}
}
else {
const err596 = {instancePath:instancePath+"/status/inFlight/" + i24+"/uid",schemaPath:"#/properties/status/properties/inFlight/items/properties/uid/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err596];
}
else {
vErrors.push(err596);
}
errors++;
}
}
if(data205.operationID !== undefined){
let data208 = data205.operationID;
if(typeof data208 === "string"){
if(data208.length > 63){
const err597 = {instancePath:instancePath+"/status/inFlight/" + i24+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err597];
}
else {
vErrors.push(err597);
}
errors++;
}
if(!pattern61.test(data208)){
const err598 = {instancePath:instancePath+"/status/inFlight/" + i24+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err598];
}
else {
vErrors.push(err598);
}
errors++;
}
}
else {
const err599 = {instancePath:instancePath+"/status/inFlight/" + i24+"/operationID",schemaPath:"#/properties/status/properties/inFlight/items/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err599];
}
else {
vErrors.push(err599);
}
errors++;
}
}
}
else {
const err600 = {instancePath:instancePath+"/status/inFlight/" + i24,schemaPath:"#/properties/status/properties/inFlight/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err600];
}
else {
vErrors.push(err600);
}
errors++;
}
}
}
else {
const err601 = {instancePath:instancePath+"/status/inFlight",schemaPath:"#/properties/status/properties/inFlight/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err601];
}
else {
vErrors.push(err601);
}
errors++;
}
}
if(data170.quarantine !== undefined){
let data209 = data170.quarantine;
if(Array.isArray(data209)){
if(data209.length > 32){
const err602 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err602];
}
else {
vErrors.push(err602);
}
errors++;
}
const len24 = data209.length;
for(let i25=0; i25<len24; i25++){
let data210 = data209[i25];
if(data210 && typeof data210 == "object" && !Array.isArray(data210)){
if(data210.image === undefined){
const err603 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err603];
}
else {
vErrors.push(err603);
}
errors++;
}
if(data210.targetHash === undefined){
const err604 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "targetHash"},message:"must have required property '"+"targetHash"+"'"};
if(vErrors === null){
vErrors = [err604];
}
else {
vErrors.push(err604);
}
errors++;
}
if(data210.nodeClass === undefined){
const err605 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "nodeClass"},message:"must have required property '"+"nodeClass"+"'"};
if(vErrors === null){
vErrors = [err605];
}
else {
vErrors.push(err605);
}
errors++;
}
if(data210.node === undefined){
const err606 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "node"},message:"must have required property '"+"node"+"'"};
if(vErrors === null){
vErrors = [err606];
}
else {
vErrors.push(err606);
}
errors++;
}
if(data210.reason === undefined){
const err607 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err607];
}
else {
vErrors.push(err607);
}
errors++;
}
if(data210.since === undefined){
const err608 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err608];
}
else {
vErrors.push(err608);
}
errors++;
}
for(const key68 in data210){
if(!(func1.call(schema31.properties.status.properties.quarantine.items.properties, key68))){
const err609 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key68},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err609];
}
else {
vErrors.push(err609);
}
errors++;
}
}
if(data210.image !== undefined){
let data211 = data210.image;
if(typeof data211 === "string"){
if(data211.length > 512){
const err610 = {instancePath:instancePath+"/status/quarantine/" + i25+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err610];
}
else {
vErrors.push(err610);
}
errors++;
}
}
else {
const err611 = {instancePath:instancePath+"/status/quarantine/" + i25+"/image",schemaPath:"#/properties/status/properties/quarantine/items/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err611];
}
else {
vErrors.push(err611);
}
errors++;
}
}
if(data210.digest !== undefined){
let data212 = data210.digest;
if(typeof data212 === "string"){
if(data212.length > 71){
const err612 = {instancePath:instancePath+"/status/quarantine/" + i25+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err612];
}
else {
vErrors.push(err612);
}
errors++;
}
if(!pattern5.test(data212)){
const err613 = {instancePath:instancePath+"/status/quarantine/" + i25+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err613];
}
else {
vErrors.push(err613);
}
errors++;
}
}
else {
const err614 = {instancePath:instancePath+"/status/quarantine/" + i25+"/digest",schemaPath:"#/properties/status/properties/quarantine/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err614];
}
else {
vErrors.push(err614);
}
errors++;
}
}
if(data210.configHash !== undefined){
let data213 = data210.configHash;
if(typeof data213 === "string"){
if(data213.length > 71){
const err615 = {instancePath:instancePath+"/status/quarantine/" + i25+"/configHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/configHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err615];
}
else {
vErrors.push(err615);
}
errors++;
}
if(!pattern5.test(data213)){
const err616 = {instancePath:instancePath+"/status/quarantine/" + i25+"/configHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/configHash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err616];
}
else {
vErrors.push(err616);
}
errors++;
}
}
else {
const err617 = {instancePath:instancePath+"/status/quarantine/" + i25+"/configHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/configHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err617];
}
else {
vErrors.push(err617);
}
errors++;
}
}
if(data210.targetHash !== undefined){
let data214 = data210.targetHash;
if(typeof data214 === "string"){
if(data214.length > 71){
const err618 = {instancePath:instancePath+"/status/quarantine/" + i25+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err618];
}
else {
vErrors.push(err618);
}
errors++;
}
}
else {
const err619 = {instancePath:instancePath+"/status/quarantine/" + i25+"/targetHash",schemaPath:"#/properties/status/properties/quarantine/items/properties/targetHash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err619];
}
else {
vErrors.push(err619);
}
errors++;
}
}
if(data210.nodeClass !== undefined){
let data215 = data210.nodeClass;
if(typeof data215 === "string"){
if(data215.length > 64){
const err620 = {instancePath:instancePath+"/status/quarantine/" + i25+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err620];
}
else {
vErrors.push(err620);
}
errors++;
}
}
else {
const err621 = {instancePath:instancePath+"/status/quarantine/" + i25+"/nodeClass",schemaPath:"#/properties/status/properties/quarantine/items/properties/nodeClass/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err621];
}
else {
vErrors.push(err621);
}
errors++;
}
}
if(data210.node !== undefined){
let data216 = data210.node;
if(typeof data216 === "string"){
if(data216.length > 253){
const err622 = {instancePath:instancePath+"/status/quarantine/" + i25+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err622];
}
else {
vErrors.push(err622);
}
errors++;
}
if(data216.length < 1){
const err623 = {instancePath:instancePath+"/status/quarantine/" + i25+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err623];
}
else {
vErrors.push(err623);
}
errors++;
}
}
else {
const err624 = {instancePath:instancePath+"/status/quarantine/" + i25+"/node",schemaPath:"#/properties/status/properties/quarantine/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err624];
}
else {
vErrors.push(err624);
}
errors++;
}
}
if(data210.reason !== undefined){
let data217 = data210.reason;
if(typeof data217 === "string"){
if(data217.length > 64){
const err625 = {instancePath:instancePath+"/status/quarantine/" + i25+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err625];
}
else {
vErrors.push(err625);
}
errors++;
}
}
else {
const err626 = {instancePath:instancePath+"/status/quarantine/" + i25+"/reason",schemaPath:"#/properties/status/properties/quarantine/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err626];
}
else {
vErrors.push(err626);
}
errors++;
}
}
if(data210.since !== undefined){
let data218 = data210.since;
if(typeof data218 === "string"){
if(data218.length > 40){
const err627 = {instancePath:instancePath+"/status/quarantine/" + i25+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err627];
}
else {
vErrors.push(err627);
}
errors++;
}
if(!pattern59.test(data218)){
const err628 = {instancePath:instancePath+"/status/quarantine/" + i25+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err628];
}
else {
vErrors.push(err628);
}
errors++;
}
}
else {
const err629 = {instancePath:instancePath+"/status/quarantine/" + i25+"/since",schemaPath:"#/properties/status/properties/quarantine/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err629];
}
else {
vErrors.push(err629);
}
errors++;
}
}
if(data210.evidence !== undefined){
let data219 = data210.evidence;
if(data219 && typeof data219 == "object" && !Array.isArray(data219)){
if(data219.cause === undefined){
const err630 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "cause"},message:"must have required property '"+"cause"+"'"};
if(vErrors === null){
vErrors = [err630];
}
else {
vErrors.push(err630);
}
errors++;
}
if(data219.message === undefined){
const err631 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err631];
}
else {
vErrors.push(err631);
}
errors++;
}
if(data219.time === undefined){
const err632 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err632];
}
else {
vErrors.push(err632);
}
errors++;
}
for(const key69 in data219){
if(!(((((key69 === "cause") || (key69 === "message")) || (key69 === "operationID")) || (key69 === "time")) || (key69 === "lastLines"))){
const err633 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key69},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err633];
}
else {
vErrors.push(err633);
}
errors++;
}
}
if(data219.cause !== undefined){
let data220 = data219.cause;
if(typeof data220 === "string"){
if(data220.length > 64){
const err634 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err634];
}
else {
vErrors.push(err634);
}
errors++;
}
}
else {
const err635 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/cause",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/cause/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err635];
}
else {
vErrors.push(err635);
}
errors++;
}
}
if(data219.message !== undefined){
let data221 = data219.message;
if(typeof data221 === "string"){
if(data221.length > 2048){
const err636 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err636];
}
else {
vErrors.push(err636);
}
errors++;
}
}
else {
const err637 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/message",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err637];
}
else {
vErrors.push(err637);
}
errors++;
}
}
if(data219.operationID !== undefined){
let data222 = data219.operationID;
if(typeof data222 === "string"){
if(data222.length > 63){
const err638 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err638];
}
else {
vErrors.push(err638);
}
errors++;
}
if(!pattern61.test(data222)){
const err639 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err639];
}
else {
vErrors.push(err639);
}
errors++;
}
}
else {
const err640 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/operationID",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/operationID/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err640];
}
else {
vErrors.push(err640);
}
errors++;
}
}
if(data219.time !== undefined){
let data223 = data219.time;
if(typeof data223 === "string"){
if(data223.length > 40){
const err641 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err641];
}
else {
vErrors.push(err641);
}
errors++;
}
if(!pattern59.test(data223)){
const err642 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err642];
}
else {
vErrors.push(err642);
}
errors++;
}
}
else {
const err643 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/time",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err643];
}
else {
vErrors.push(err643);
}
errors++;
}
}
if(data219.lastLines !== undefined){
let data224 = data219.lastLines;
if(Array.isArray(data224)){
if(data224.length > 50){
const err644 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err644];
}
else {
vErrors.push(err644);
}
errors++;
}
const len25 = data224.length;
for(let i26=0; i26<len25; i26++){
let data225 = data224[i26];
if(typeof data225 === "string"){
if(data225.length > 512){
const err645 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/lastLines/" + i26,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err645];
}
else {
vErrors.push(err645);
}
errors++;
}
}
else {
const err646 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/lastLines/" + i26,schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err646];
}
else {
vErrors.push(err646);
}
errors++;
}
}
}
else {
const err647 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence/lastLines",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/properties/lastLines/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err647];
}
else {
vErrors.push(err647);
}
errors++;
}
}
}
else {
const err648 = {instancePath:instancePath+"/status/quarantine/" + i25+"/evidence",schemaPath:"#/properties/status/properties/quarantine/items/properties/evidence/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err648];
}
else {
vErrors.push(err648);
}
errors++;
}
}
}
else {
const err649 = {instancePath:instancePath+"/status/quarantine/" + i25,schemaPath:"#/properties/status/properties/quarantine/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err649];
}
else {
vErrors.push(err649);
}
errors++;
}
}
}
else {
const err650 = {instancePath:instancePath+"/status/quarantine",schemaPath:"#/properties/status/properties/quarantine/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err650];
}
else {
vErrors.push(err650);
}
errors++;
}
}
if(data170.notifications !== undefined){
let data226 = data170.notifications;
if(data226 && typeof data226 == "object" && !Array.isArray(data226)){
if(data226.pending === undefined){
const err651 = {instancePath:instancePath+"/status/notifications",schemaPath:"#/properties/status/properties/notifications/required",keyword:"required",params:{missingProperty: "pending"},message:"must have required property '"+"pending"+"'"};
if(vErrors === null){
vErrors = [err651];
}
else {
vErrors.push(err651);
}
errors++;
}
if(data226.delivered === undefined){
const err652 = {instancePath:instancePath+"/status/notifications",schemaPath:"#/properties/status/properties/notifications/required",keyword:"required",params:{missingProperty: "delivered"},message:"must have required property '"+"delivered"+"'"};
if(vErrors === null){
vErrors = [err652];
}
else {
vErrors.push(err652);
}
errors++;
}
for(const key70 in data226){
if(!((((key70 === "pending") || (key70 === "delivered")) || (key70 === "dropped")) || (key70 === "failure"))){
const err653 = {instancePath:instancePath+"/status/notifications",schemaPath:"#/properties/status/properties/notifications/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key70},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err653];
}
else {
vErrors.push(err653);
}
errors++;
}
}
if(data226.pending !== undefined){
let data227 = data226.pending;
if(Array.isArray(data227)){
if(data227.length > 32){
const err654 = {instancePath:instancePath+"/status/notifications/pending",schemaPath:"#/properties/status/properties/notifications/properties/pending/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err654];
}
else {
vErrors.push(err654);
}
errors++;
}
const len26 = data227.length;
for(let i27=0; i27<len26; i27++){
let data228 = data227[i27];
if(data228 && typeof data228 == "object" && !Array.isArray(data228)){
if(data228.id === undefined){
const err655 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err655];
}
else {
vErrors.push(err655);
}
errors++;
}
if(data228.type === undefined){
const err656 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err656];
}
else {
vErrors.push(err656);
}
errors++;
}
if(data228.subject === undefined){
const err657 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/required",keyword:"required",params:{missingProperty: "subject"},message:"must have required property '"+"subject"+"'"};
if(vErrors === null){
vErrors = [err657];
}
else {
vErrors.push(err657);
}
errors++;
}
if(data228.time === undefined){
const err658 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/required",keyword:"required",params:{missingProperty: "time"},message:"must have required property '"+"time"+"'"};
if(vErrors === null){
vErrors = [err658];
}
else {
vErrors.push(err658);
}
errors++;
}
if(data228.message === undefined){
const err659 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err659];
}
else {
vErrors.push(err659);
}
errors++;
}
for(const key71 in data228){
if(!(((((key71 === "id") || (key71 === "type")) || (key71 === "subject")) || (key71 === "time")) || (key71 === "message"))){
const err660 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key71},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err660];
}
else {
vErrors.push(err660);
}
errors++;
}
}
if(data228.id !== undefined){
let data229 = data228.id;
if(typeof data229 === "string"){
if(data229.length > 253){
const err661 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/id",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err661];
}
else {
vErrors.push(err661);
}
errors++;
}
}
else {
const err662 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/id",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err662];
}
else {
vErrors.push(err662);
}
errors++;
}
}
if(data228.type !== undefined){
let data230 = data228.type;
if(typeof data230 === "string"){
if(data230.length > 64){
const err663 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/type",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err663];
}
else {
vErrors.push(err663);
}
errors++;
}
}
else {
const err664 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/type",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err664];
}
else {
vErrors.push(err664);
}
errors++;
}
}
if(data228.subject !== undefined){
let data231 = data228.subject;
if(typeof data231 === "string"){
if(data231.length > 253){
const err665 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/subject",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/subject/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err665];
}
else {
vErrors.push(err665);
}
errors++;
}
}
else {
const err666 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/subject",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err666];
}
else {
vErrors.push(err666);
}
errors++;
}
}
if(data228.time !== undefined){
let data232 = data228.time;
if(typeof data232 === "string"){
if(data232.length > 40){
const err667 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/time",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/time/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err667];
}
else {
vErrors.push(err667);
}
errors++;
}
if(!pattern59.test(data232)){
const err668 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/time",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/time/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err668];
}
else {
vErrors.push(err668);
}
errors++;
}
}
else {
const err669 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/time",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err669];
}
else {
vErrors.push(err669);
}
errors++;
}
}
if(data228.message !== undefined){
let data233 = data228.message;
if(typeof data233 === "string"){
if(data233.length > 1024){
const err670 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/message",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err670];
}
else {
vErrors.push(err670);
}
errors++;
}
}
else {
const err671 = {instancePath:instancePath+"/status/notifications/pending/" + i27+"/message",schemaPath:"#/properties/status/properties/notifications/properties/pending/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err671];
}
else {
vErrors.push(err671);
}
errors++;
}
}
}
else {
const err672 = {instancePath:instancePath+"/status/notifications/pending/" + i27,schemaPath:"#/properties/status/properties/notifications/properties/pending/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err672];
}
else {
vErrors.push(err672);
}
errors++;
}
}
}
else {
const err673 = {instancePath:instancePath+"/status/notifications/pending",schemaPath:"#/properties/status/properties/notifications/properties/pending/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err673];
}
else {
vErrors.push(err673);
}
errors++;
}
}
if(data226.delivered !== undefined){
let data234 = data226.delivered;
if(Array.isArray(data234)){
if(data234.length > 128){
const err674 = {instancePath:instancePath+"/status/notifications/delivered",schemaPath:"#/properties/status/properties/notifications/properties/delivered/maxItems",keyword:"maxItems",params:{limit: 128},message:"must NOT have more than 128 items"};
if(vErrors === null){
vErrors = [err674];
}
else {
vErrors.push(err674);
}
errors++;
}
const len27 = data234.length;
for(let i28=0; i28<len27; i28++){
let data235 = data234[i28];
if(typeof data235 === "string"){
if(data235.length > 253){
const err675 = {instancePath:instancePath+"/status/notifications/delivered/" + i28,schemaPath:"#/properties/status/properties/notifications/properties/delivered/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err675];
}
else {
vErrors.push(err675);
}
errors++;
}
}
else {
const err676 = {instancePath:instancePath+"/status/notifications/delivered/" + i28,schemaPath:"#/properties/status/properties/notifications/properties/delivered/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err676];
}
else {
vErrors.push(err676);
}
errors++;
}
}
}
else {
const err677 = {instancePath:instancePath+"/status/notifications/delivered",schemaPath:"#/properties/status/properties/notifications/properties/delivered/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err677];
}
else {
vErrors.push(err677);
}
errors++;
}
}
if(data226.dropped !== undefined){
let data236 = data226.dropped;
if(!(((typeof data236 == "number") && (!(data236 % 1) && !isNaN(data236))) && (isFinite(data236)))){
const err678 = {instancePath:instancePath+"/status/notifications/dropped",schemaPath:"#/properties/status/properties/notifications/properties/dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err678];
}
else {
vErrors.push(err678);
}
errors++;
}
if((typeof data236 == "number") && (isFinite(data236))){
if(data236 > 9007199254740991 || isNaN(data236)){
const err679 = {instancePath:instancePath+"/status/notifications/dropped",schemaPath:"#/properties/status/properties/notifications/properties/dropped/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err679];
}
else {
vErrors.push(err679);
}
errors++;
}
if(data236 < 0 || isNaN(data236)){
const err680 = {instancePath:instancePath+"/status/notifications/dropped",schemaPath:"#/properties/status/properties/notifications/properties/dropped/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err680];
}
else {
vErrors.push(err680);
}
errors++;
}
}
}
if(data226.failure !== undefined){
let data237 = data226.failure;
if(data237 && typeof data237 == "object" && !Array.isArray(data237)){
if(data237.since === undefined){
const err681 = {instancePath:instancePath+"/status/notifications/failure",schemaPath:"#/properties/status/properties/notifications/properties/failure/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err681];
}
else {
vErrors.push(err681);
}
errors++;
}
if(data237.message === undefined){
const err682 = {instancePath:instancePath+"/status/notifications/failure",schemaPath:"#/properties/status/properties/notifications/properties/failure/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err682];
}
else {
vErrors.push(err682);
}
errors++;
}
for(const key72 in data237){
if(!((key72 === "since") || (key72 === "message"))){
const err683 = {instancePath:instancePath+"/status/notifications/failure",schemaPath:"#/properties/status/properties/notifications/properties/failure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key72},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err683];
}
else {
vErrors.push(err683);
}
errors++;
}
}
if(data237.since !== undefined){
let data238 = data237.since;
if(typeof data238 === "string"){
if(data238.length > 40){
const err684 = {instancePath:instancePath+"/status/notifications/failure/since",schemaPath:"#/properties/status/properties/notifications/properties/failure/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err684];
}
else {
vErrors.push(err684);
}
errors++;
}
if(!pattern59.test(data238)){
const err685 = {instancePath:instancePath+"/status/notifications/failure/since",schemaPath:"#/properties/status/properties/notifications/properties/failure/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err685];
}
else {
vErrors.push(err685);
}
errors++;
}
}
else {
const err686 = {instancePath:instancePath+"/status/notifications/failure/since",schemaPath:"#/properties/status/properties/notifications/properties/failure/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err686];
}
else {
vErrors.push(err686);
}
errors++;
}
}
if(data237.message !== undefined){
let data239 = data237.message;
if(typeof data239 === "string"){
if(data239.length > 512){
const err687 = {instancePath:instancePath+"/status/notifications/failure/message",schemaPath:"#/properties/status/properties/notifications/properties/failure/properties/message/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err687];
}
else {
vErrors.push(err687);
}
errors++;
}
}
else {
const err688 = {instancePath:instancePath+"/status/notifications/failure/message",schemaPath:"#/properties/status/properties/notifications/properties/failure/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err688];
}
else {
vErrors.push(err688);
}
errors++;
}
}
}
else {
const err689 = {instancePath:instancePath+"/status/notifications/failure",schemaPath:"#/properties/status/properties/notifications/properties/failure/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err689];
}
else {
vErrors.push(err689);
}
errors++;
}
}
}
else {
const err690 = {instancePath:instancePath+"/status/notifications",schemaPath:"#/properties/status/properties/notifications/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err690];
}
else {
vErrors.push(err690);
}
errors++;
}
}
if(data170.blockedBy !== undefined){
let data240 = data170.blockedBy;
if(Array.isArray(data240)){
if(data240.length > 32){
const err691 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err691];
}
else {
vErrors.push(err691);
}
errors++;
}
const len28 = data240.length;
for(let i29=0; i29<len28; i29++){
let data241 = data240[i29];
if(data241 && typeof data241 == "object" && !Array.isArray(data241)){
if(data241.code === undefined){
const err692 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err692];
}
else {
vErrors.push(err692);
}
errors++;
}
if(data241.message === undefined){
const err693 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err693];
}
else {
vErrors.push(err693);
}
errors++;
}
if(data241.since === undefined){
const err694 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err694];
}
else {
vErrors.push(err694);
}
errors++;
}
if(data241.owner === undefined){
const err695 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "owner"},message:"must have required property '"+"owner"+"'"};
if(vErrors === null){
vErrors = [err695];
}
else {
vErrors.push(err695);
}
errors++;
}
if(data241.nextCheckTime === undefined){
const err696 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/required",keyword:"required",params:{missingProperty: "nextCheckTime"},message:"must have required property '"+"nextCheckTime"+"'"};
if(vErrors === null){
vErrors = [err696];
}
else {
vErrors.push(err696);
}
errors++;
}
for(const key73 in data241){
if(!(((((((key73 === "code") || (key73 === "message")) || (key73 === "node")) || (key73 === "pool")) || (key73 === "since")) || (key73 === "owner")) || (key73 === "nextCheckTime"))){
const err697 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key73},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err697];
}
else {
vErrors.push(err697);
}
errors++;
}
}
if(data241.code !== undefined){
let data242 = data241.code;
if(typeof data242 === "string"){
if(data242.length > 64){
const err698 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err698];
}
else {
vErrors.push(err698);
}
errors++;
}
if(!pattern103.test(data242)){
const err699 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\""};
if(vErrors === null){
vErrors = [err699];
}
else {
vErrors.push(err699);
}
errors++;
}
}
else {
const err700 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/code",schemaPath:"#/properties/status/properties/blockedBy/items/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err700];
}
else {
vErrors.push(err700);
}
errors++;
}
}
if(data241.message !== undefined){
let data243 = data241.message;
if(typeof data243 === "string"){
if(data243.length > 2048){
const err701 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"};
if(vErrors === null){
vErrors = [err701];
}
else {
vErrors.push(err701);
}
errors++;
}
}
else {
const err702 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/message",schemaPath:"#/properties/status/properties/blockedBy/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err702];
}
else {
vErrors.push(err702);
}
errors++;
}
}
if(data241.node !== undefined){
let data244 = data241.node;
if(typeof data244 === "string"){
if(data244.length > 253){
const err703 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err703];
}
else {
vErrors.push(err703);
}
errors++;
}
if(data244.length < 1){
const err704 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err704];
}
else {
vErrors.push(err704);
}
errors++;
}
}
else {
const err705 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/node",schemaPath:"#/properties/status/properties/blockedBy/items/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err705];
}
else {
vErrors.push(err705);
}
errors++;
}
}
if(data241.pool !== undefined){
let data245 = data241.pool;
if(typeof data245 === "string"){
if(data245.length > 253){
const err706 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err706];
}
else {
vErrors.push(err706);
}
errors++;
}
if(data245.length < 1){
const err707 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err707];
}
else {
vErrors.push(err707);
}
errors++;
}
}
else {
const err708 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/pool",schemaPath:"#/properties/status/properties/blockedBy/items/properties/pool/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err708];
}
else {
vErrors.push(err708);
}
errors++;
}
}
if(data241.since !== undefined){
let data246 = data241.since;
if(typeof data246 === "string"){
if(data246.length > 40){
const err709 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err709];
}
else {
vErrors.push(err709);
}
errors++;
}
if(!pattern59.test(data246)){
const err710 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err710];
}
else {
vErrors.push(err710);
}
errors++;
}
}
else {
const err711 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/since",schemaPath:"#/properties/status/properties/blockedBy/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err711];
}
else {
vErrors.push(err711);
}
errors++;
}
}
if(data241.owner !== undefined){
let data247 = data241.owner;
if(typeof data247 !== "string"){
const err712 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err712];
}
else {
vErrors.push(err712);
}
errors++;
}
if(!(((((data247 === "operator") || (data247 === "agent")) || (data247 === "user")) || (data247 === "workload")) || (data247 === "cluster"))){
const err713 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/owner",schemaPath:"#/properties/status/properties/blockedBy/items/properties/owner/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.blockedBy.items.properties.owner.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err713];
}
else {
vErrors.push(err713);
}
errors++;
}
}
if(data241.nextCheckTime !== undefined){
let data248 = data241.nextCheckTime;
if(typeof data248 === "string"){
if(data248.length > 40){
const err714 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err714];
}
else {
vErrors.push(err714);
}
errors++;
}
if(!pattern59.test(data248)){
const err715 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err715];
}
else {
vErrors.push(err715);
}
errors++;
}
}
else {
const err716 = {instancePath:instancePath+"/status/blockedBy/" + i29+"/nextCheckTime",schemaPath:"#/properties/status/properties/blockedBy/items/properties/nextCheckTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err716];
}
else {
vErrors.push(err716);
}
errors++;
}
}
}
else {
const err717 = {instancePath:instancePath+"/status/blockedBy/" + i29,schemaPath:"#/properties/status/properties/blockedBy/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err717];
}
else {
vErrors.push(err717);
}
errors++;
}
}
}
else {
const err718 = {instancePath:instancePath+"/status/blockedBy",schemaPath:"#/properties/status/properties/blockedBy/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err718];
}
else {
vErrors.push(err718);
}
errors++;
}
}
}
else {
const err719 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err719];
}
else {
vErrors.push(err719);
}
errors++;
}
}
}
else {
const err720 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err720];
}
else {
vErrors.push(err720);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

