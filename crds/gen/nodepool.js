// Generated from crds/nodepool.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"NodePool"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","required":["nodeSelector"],"properties":{"nodeSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"os":{"type":"object","required":["image"],"properties":{"image":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$","maxLength":512},"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$","maxLength":71}},"additionalProperties":false},"config":{"type":"object","properties":{"system":{"type":"object","additionalProperties":false,"properties":{"sysctls":{"type":"object","patternProperties":{"^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$":{"type":"string","maxLength":256,"pattern":"^[^\\n\\0]*$"}},"additionalProperties":false,"maxProperties":128}}},"network":{"type":"object","additionalProperties":false,"properties":{"nameservers":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"maxItems":3},"searchDomains":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"maxItems":6},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"names":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"minItems":1,"maxItems":16}},"additionalProperties":false},"maxItems":256}}},"cluster":{"type":"object","additionalProperties":false,"properties":{"endpoint":{"type":"string","pattern":"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$","maxLength":300},"controlPlanes":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"minItems":1,"maxItems":9,"uniqueItems":true},"dnsDomain":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253}}},"kubelet":{"type":"object","additionalProperties":false,"properties":{"nodeLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":64},"extraConfig":{"type":"object","properties":{"maxPods":{"type":"integer","minimum":1,"maximum":1000},"podPidsLimit":{"type":"integer","minimum":-1,"maximum":4194304},"evictionHard":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoft":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoftGracePeriod":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"systemReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"kubeReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"imageGCHighThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageGCLowThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageMinimumGCAge":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32},"serializeImagePulls":{"type":"boolean"},"maxParallelImagePulls":{"type":"integer","minimum":1,"maximum":100},"containerLogMaxFiles":{"type":"integer","minimum":2,"maximum":100},"containerLogMaxSize":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32},"cpuManagerPolicy":{"type":"string","enum":["none","static"]},"topologyManagerPolicy":{"type":"string","enum":["none","best-effort","restricted","single-numa-node"]}},"additionalProperties":false},"registerWithTaints":{"type":"array","items":{"type":"object","required":["key","effect"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"value":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]}},"additionalProperties":false},"maxItems":32}}},"registry":{"type":"object","additionalProperties":false,"properties":{"mirrors":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"endpoints":{"type":"array","items":{"type":"string","pattern":"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$","maxLength":512},"minItems":1,"maxItems":8}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32},"auth":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"username":{"type":"string","minLength":1,"maxLength":256},"password":{"type":"object","properties":{"secretKeyRef":{"type":"object","properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","maxLength":253},"key":{"type":"string","pattern":"^[A-Za-z0-9._-]+$","maxLength":253}},"required":["name","key"],"additionalProperties":false}},"required":["secretKeyRef"],"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32}}}},"additionalProperties":false},"remove":{"type":"array","items":{"type":"string","pattern":"^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$","maxLength":512},"maxItems":64},"rollout":{"type":"object","properties":{"paused":{"type":"boolean"},"maxUnavailable":{"anyOf":[{"type":"integer"},{"type":"string"}],"minimum":1,"maximum":1024,"pattern":"^([1-9][0-9]?|100)%$"},"windows":{"type":"array","items":{"type":"object","required":["schedule","duration"],"properties":{"schedule":{"type":"string","pattern":"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$","maxLength":128},"duration":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeZone":{"type":"string","pattern":"^[A-Za-z0-9_+/-]+$","minLength":1,"maxLength":64}},"additionalProperties":false},"maxItems":16},"freezes":{"type":"array","items":{"type":"object","required":["from","to"],"properties":{"from":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"to":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","maxLength":253}},"additionalProperties":false},"maxItems":32},"gates":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"preset":{"type":"object","required":["name"],"properties":{"name":{"type":"string","enum":["CephHealthy","LonghornHealthy","CloudNativePGHealthy","DeploymentsAvailable"]},"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63}},"additionalProperties":false},"cel":{"type":"object","required":["objects","expression"],"properties":{"objects":{"type":"object","required":["apiVersion","resource"],"properties":{"apiVersion":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$","maxLength":253},"resource":{"type":"string","pattern":"^[a-z][a-z0-9]*$","maxLength":63},"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"labelSelector":{"type":"string","maxLength":1024}},"additionalProperties":false},"expression":{"type":"string","minLength":1,"maxLength":4096},"messageExpression":{"type":"string","minLength":1,"maxLength":4096}},"additionalProperties":false},"prometheus":{"type":"object","properties":{"url":{"type":"string","pattern":"^https?://[^ @?#]+$","maxLength":512},"service":{"type":"object","required":["namespace","name","port"],"properties":{"namespace":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$","minLength":1,"maxLength":63},"port":{"type":"string","pattern":"^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$","maxLength":32}},"additionalProperties":false},"query":{"type":"string","minLength":1,"maxLength":4096},"noFiringAlerts":{"type":"object","properties":{"except":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64}},"additionalProperties":false}},"additionalProperties":false},"nodeCondition":{"type":"object","required":["type","status"],"properties":{"type":{"type":"string","pattern":"^[A-Za-z0-9./_-]+$","maxLength":316},"status":{"type":"string","enum":["True","False","Unknown"]}},"additionalProperties":false}},"additionalProperties":false},"maxItems":16},"confirmWithin":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"drain":{"type":"object","properties":{"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"onTimeout":{"type":"string","enum":["Hold","SkipNode"]},"detachTimeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"loadBalancerGrace":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"rules":{"type":"array","items":{"type":"object","required":["action"],"properties":{"podSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"namespaces":{"type":"array","items":{"type":"string","minLength":1,"maxLength":253},"maxItems":64},"action":{"type":"string","enum":["Evict","WaitForCompletion","Skip"]},"order":{"type":"integer","minimum":-1000,"maximum":1000}},"additionalProperties":false},"maxItems":32}},"additionalProperties":false},"verify":{"type":"object","properties":{"steadyFor":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24},"timeout":{"type":"string","pattern":"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$","maxLength":24}},"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"nodes":{"type":"object","required":["total","updated","unavailable"],"properties":{"total":{"type":"integer","minimum":0,"maximum":1000000},"updated":{"type":"integer","minimum":0,"maximum":1000000},"unavailable":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false},"progress":{"type":"string","maxLength":32},"maxUnavailable":{"type":"integer","minimum":0,"maximum":1000000},"gates":{"type":"array","items":{"type":"object","required":["name","state","since"],"properties":{"name":{"type":"string","maxLength":63},"state":{"type":"string","enum":["Open","Closed","Unknown"]},"since":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"message":{"type":"string","maxLength":1024}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false}},"additionalProperties":false};
const pattern4 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern6 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern9 = new RegExp("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$", "u");
const pattern10 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern11 = new RegExp("^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$", "u");
const pattern13 = new RegExp("^[^\\n\\0]*$", "u");
const pattern14 = new RegExp("^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$", "u");
const pattern15 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "u");
const pattern18 = new RegExp("^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$", "u");
const pattern24 = new RegExp("^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$", "u");
const pattern26 = new RegExp("^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$", "u");
const pattern32 = new RegExp("^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern33 = new RegExp("^(cpu|memory|ephemeral-storage|pid)$", "u");
const pattern43 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$", "u");
const pattern45 = new RegExp("^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$", "u");
const pattern48 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "u");
const pattern49 = new RegExp("^[A-Za-z0-9._-]+$", "u");
const pattern50 = new RegExp("^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$", "u");
const pattern51 = new RegExp("^([1-9][0-9]?|100)%$", "u");
const pattern52 = new RegExp("^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$", "u");
const pattern53 = new RegExp("^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern54 = new RegExp("^[A-Za-z0-9_+/-]+$", "u");
const pattern55 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern57 = new RegExp("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern59 = new RegExp("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$", "u");
const pattern60 = new RegExp("^[a-z][a-z0-9]*$", "u");
const pattern62 = new RegExp("^https?://[^ @?#]+$", "u");
const pattern65 = new RegExp("^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "u");
const pattern66 = new RegExp("^[A-Za-z0-9./_-]+$", "u");
const pattern79 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
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
if("NodePool" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "NodePool"},message:"must be equal to constant"};
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
if(data4.nodeSelector === undefined){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "nodeSelector"},message:"must have required property '"+"nodeSelector"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!(((((key1 === "nodeSelector") || (key1 === "os")) || (key1 === "config")) || (key1 === "remove")) || (key1 === "rollout"))){
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
if(data4.nodeSelector !== undefined){
let data5 = data4.nodeSelector;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((key2 === "matchLabels") || (key2 === "matchExpressions"))){
const err16 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data5.matchLabels !== undefined){
let data6 = data5.matchLabels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 16){
const err17 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
for(const key3 in data6){
if(!(pattern4.test(key3))){
const err18 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
for(const key4 in data6){
if(pattern4.test(key4)){
let data7 = data6[key4];
if(typeof data7 === "string"){
if(data7.length > 63){
const err19 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern6.test(data7)){
const err20 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data5.matchExpressions !== undefined){
let data8 = data5.matchExpressions;
if(Array.isArray(data8)){
if(data8.length > 16){
const err23 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.key === undefined){
const err24 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data9.operator === undefined){
const err25 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key5 in data9){
if(!(((key5 === "key") || (key5 === "operator")) || (key5 === "values"))){
const err26 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.key !== undefined){
let data10 = data9.key;
if(typeof data10 === "string"){
if(data10.length > 317){
const err27 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern4.test(data10)){
const err28 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data9.operator !== undefined){
let data11 = data9.operator;
if(typeof data11 !== "string"){
const err30 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((((data11 === "In") || (data11 === "NotIn")) || (data11 === "Exists")) || (data11 === "DoesNotExist"))){
const err31 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data9.values !== undefined){
let data12 = data9.values;
if(Array.isArray(data12)){
if(data12.length > 32){
const err32 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(data13.length > 63){
const err33 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!pattern6.test(data13)){
const err34 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err39 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data4.os !== undefined){
let data14 = data4.os;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.image === undefined){
const err40 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/required",keyword:"required",params:{missingProperty: "image"},message:"must have required property '"+"image"+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
for(const key6 in data14){
if(!((key6 === "image") || (key6 === "digest"))){
const err41 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data14.image !== undefined){
let data15 = data14.image;
if(typeof data15 === "string"){
if(data15.length > 512){
const err42 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(!pattern9.test(data15)){
const err43 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)+(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/spec/os/image",schemaPath:"#/properties/spec/properties/os/properties/image/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data14.digest !== undefined){
let data16 = data14.digest;
if(typeof data16 === "string"){
if(data16.length > 71){
const err45 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!pattern10.test(data16)){
const err46 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
else {
const err47 = {instancePath:instancePath+"/spec/os/digest",schemaPath:"#/properties/spec/properties/os/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath:instancePath+"/spec/os",schemaPath:"#/properties/spec/properties/os/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data4.config !== undefined){
let data17 = data4.config;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key7 in data17){
if(!(((((key7 === "system") || (key7 === "network")) || (key7 === "cluster")) || (key7 === "kubelet")) || (key7 === "registry"))){
const err49 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data17.system !== undefined){
let data18 = data17.system;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key8 in data18){
if(!(key8 === "sysctls")){
const err50 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data18.sysctls !== undefined){
let data19 = data18.sysctls;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length > 128){
const err51 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/maxProperties",keyword:"maxProperties",params:{limit: 128},message:"must NOT have more than 128 properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key9 in data19){
if(!(pattern11.test(key9))){
const err52 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
for(const key10 in data19){
if(pattern11.test(key10)){
let data20 = data19[key10];
if(typeof data20 === "string"){
if(data20.length > 256){
const err53 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern13.test(data20)){
const err54 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/pattern",keyword:"pattern",params:{pattern: "^[^\\n\\0]*$"},message:"must match pattern \""+"^[^\\n\\0]*$"+"\""};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err57 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data17.network !== undefined){
let data21 = data17.network;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key11 in data21){
if(!(((key11 === "nameservers") || (key11 === "searchDomains")) || (key11 === "hosts"))){
const err58 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data21.nameservers !== undefined){
let data22 = data21.nameservers;
if(Array.isArray(data22)){
if(data22.length > 3){
const err59 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
const len2 = data22.length;
for(let i2=0; i2<len2; i2++){
let data23 = data22[i2];
if(typeof data23 === "string"){
if(data23.length > 45){
const err60 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(!pattern14.test(data23)){
const err61 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data21.searchDomains !== undefined){
let data24 = data21.searchDomains;
if(Array.isArray(data24)){
if(data24.length > 6){
const err64 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
if(typeof data25 === "string"){
if(data25.length > 253){
const err65 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!pattern15.test(data25)){
const err66 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data21.hosts !== undefined){
let data26 = data21.hosts;
if(Array.isArray(data26)){
if(data26.length > 256){
const err69 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len4 = data26.length;
for(let i4=0; i4<len4; i4++){
let data27 = data26[i4];
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
if(data27.address === undefined){
const err70 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data27.names === undefined){
const err71 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key12 in data27){
if(!((key12 === "address") || (key12 === "names"))){
const err72 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data27.address !== undefined){
let data28 = data27.address;
if(typeof data28 === "string"){
if(data28.length > 45){
const err73 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(!pattern14.test(data28)){
const err74 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data27.names !== undefined){
let data29 = data27.names;
if(Array.isArray(data29)){
if(data29.length > 16){
const err76 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data29.length < 1){
const err77 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const len5 = data29.length;
for(let i5=0; i5<len5; i5++){
let data30 = data29[i5];
if(typeof data30 === "string"){
if(data30.length > 253){
const err78 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern15.test(data30)){
const err79 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
else {
const err82 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
else {
const err83 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
else {
const err84 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data17.cluster !== undefined){
let data31 = data17.cluster;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key13 in data31){
if(!(((key13 === "endpoint") || (key13 === "controlPlanes")) || (key13 === "dnsDomain"))){
const err85 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data31.endpoint !== undefined){
let data32 = data31.endpoint;
if(typeof data32 === "string"){
if(data32.length > 300){
const err86 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(!pattern18.test(data32)){
const err87 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"},message:"must match pattern \""+"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"+"\""};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data31.controlPlanes !== undefined){
let data33 = data31.controlPlanes;
if(Array.isArray(data33)){
if(data33.length > 9){
const err89 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/maxItems",keyword:"maxItems",params:{limit: 9},message:"must NOT have more than 9 items"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data33.length < 1){
const err90 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
const len6 = data33.length;
for(let i6=0; i6<len6; i6++){
let data34 = data33[i6];
if(typeof data34 === "string"){
if(data34.length > 45){
const err91 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!pattern14.test(data34)){
const err92 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
else {
const err93 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
let i7 = data33.length;
let j0;
if(i7 > 1){
const indices0 = {};
for(;i7--;){
let item0 = data33[i7];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err94 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
break;
}
indices0[item0] = i7;
}
}
}
else {
const err95 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data31.dnsDomain !== undefined){
let data35 = data31.dnsDomain;
if(typeof data35 === "string"){
if(data35.length > 253){
const err96 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern15.test(data35)){
const err97 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
}
else {
const err99 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data17.kubelet !== undefined){
let data36 = data17.kubelet;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key14 in data36){
if(!(((key14 === "nodeLabels") || (key14 === "extraConfig")) || (key14 === "registerWithTaints"))){
const err100 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data36.nodeLabels !== undefined){
let data37 = data36.nodeLabels;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(Object.keys(data37).length > 64){
const err101 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
for(const key15 in data37){
if(!(pattern4.test(key15))){
const err102 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
for(const key16 in data37){
if(pattern4.test(key16)){
let data38 = data37[key16];
if(typeof data38 === "string"){
if(data38.length > 63){
const err103 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!pattern6.test(data38)){
const err104 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
}
else {
const err106 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data36.extraConfig !== undefined){
let data39 = data36.extraConfig;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
for(const key17 in data39){
if(!(func1.call(schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties, key17))){
const err107 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data39.maxPods !== undefined){
let data40 = data39.maxPods;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err108 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 1000 || isNaN(data40)){
const err109 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data40 < 1 || isNaN(data40)){
const err110 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
}
if(data39.podPidsLimit !== undefined){
let data41 = data39.podPidsLimit;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err111 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 4194304 || isNaN(data41)){
const err112 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304},message:"must be <= 4194304"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data41 < -1 || isNaN(data41)){
const err113 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
if(data39.evictionHard !== undefined){
let data42 = data39.evictionHard;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 12){
const err114 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key18 in data42){
if(!(pattern24.test(key18))){
const err115 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
for(const key19 in data42){
if(pattern24.test(key19)){
let data43 = data42[key19];
if(typeof data43 === "string"){
if(data43.length > 32){
const err116 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if(!pattern26.test(data43)){
const err117 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
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
const err118 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err119 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data39.evictionSoft !== undefined){
let data44 = data39.evictionSoft;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length > 12){
const err120 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
for(const key20 in data44){
if(!(pattern24.test(key20))){
const err121 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
for(const key21 in data44){
if(pattern24.test(key21)){
let data45 = data44[key21];
if(typeof data45 === "string"){
if(data45.length > 32){
const err122 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(!pattern26.test(data45)){
const err123 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
}
}
else {
const err125 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data39.evictionSoftGracePeriod !== undefined){
let data46 = data39.evictionSoftGracePeriod;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(Object.keys(data46).length > 12){
const err126 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key22 in data46){
if(!(pattern24.test(key22))){
const err127 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
for(const key23 in data46){
if(pattern24.test(key23)){
let data47 = data46[key23];
if(typeof data47 === "string"){
if(data47.length > 32){
const err128 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!pattern32.test(data47)){
const err129 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
}
}
else {
const err131 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data39.systemReserved !== undefined){
let data48 = data39.systemReserved;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(Object.keys(data48).length > 4){
const err132 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key24 in data48){
if(!(pattern33.test(key24))){
const err133 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
for(const key25 in data48){
if(pattern33.test(key25)){
let data49 = data48[key25];
if(typeof data49 === "string"){
if(data49.length > 32){
const err134 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
if(!pattern26.test(data49)){
const err135 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
}
}
else {
const err137 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data39.kubeReserved !== undefined){
let data50 = data39.kubeReserved;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(Object.keys(data50).length > 4){
const err138 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
for(const key26 in data50){
if(!(pattern33.test(key26))){
const err139 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
for(const key27 in data50){
if(pattern33.test(key27)){
let data51 = data50[key27];
if(typeof data51 === "string"){
if(data51.length > 32){
const err140 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(!pattern26.test(data51)){
const err141 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
else {
const err143 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data39.imageGCHighThresholdPercent !== undefined){
let data52 = data39.imageGCHighThresholdPercent;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err144 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 100 || isNaN(data52)){
const err145 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data52 < 0 || isNaN(data52)){
const err146 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
if(data39.imageGCLowThresholdPercent !== undefined){
let data53 = data39.imageGCLowThresholdPercent;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
const err147 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 100 || isNaN(data53)){
const err148 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data53 < 0 || isNaN(data53)){
const err149 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
if(data39.imageMinimumGCAge !== undefined){
let data54 = data39.imageMinimumGCAge;
if(typeof data54 === "string"){
if(data54.length > 32){
const err150 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(!pattern32.test(data54)){
const err151 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data39.serializeImagePulls !== undefined){
if(typeof data39.serializeImagePulls !== "boolean"){
const err153 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/serializeImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/serializeImagePulls/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data39.maxParallelImagePulls !== undefined){
let data56 = data39.maxParallelImagePulls;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err154 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 100 || isNaN(data56)){
const err155 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data56 < 1 || isNaN(data56)){
const err156 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data39.containerLogMaxFiles !== undefined){
let data57 = data39.containerLogMaxFiles;
if(!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))){
const err157 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 100 || isNaN(data57)){
const err158 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data57 < 2 || isNaN(data57)){
const err159 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
if(data39.containerLogMaxSize !== undefined){
let data58 = data39.containerLogMaxSize;
if(typeof data58 === "string"){
if(data58.length > 32){
const err160 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
if(!pattern26.test(data58)){
const err161 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
else {
const err162 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data39.cpuManagerPolicy !== undefined){
let data59 = data39.cpuManagerPolicy;
if(typeof data59 !== "string"){
const err163 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!((data59 === "none") || (data59 === "static"))){
const err164 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.cpuManagerPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data39.topologyManagerPolicy !== undefined){
let data60 = data39.topologyManagerPolicy;
if(typeof data60 !== "string"){
const err165 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!((((data60 === "none") || (data60 === "best-effort")) || (data60 === "restricted")) || (data60 === "single-numa-node"))){
const err166 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.topologyManagerPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
}
else {
const err167 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data36.registerWithTaints !== undefined){
let data61 = data36.registerWithTaints;
if(Array.isArray(data61)){
if(data61.length > 32){
const err168 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
const len7 = data61.length;
for(let i8=0; i8<len7; i8++){
let data62 = data61[i8];
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
if(data62.key === undefined){
const err169 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
if(data62.effect === undefined){
const err170 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
for(const key28 in data62){
if(!(((key28 === "key") || (key28 === "value")) || (key28 === "effect"))){
const err171 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data62.key !== undefined){
let data63 = data62.key;
if(typeof data63 === "string"){
if(data63.length > 317){
const err172 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(!pattern4.test(data63)){
const err173 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
else {
const err174 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data62.value !== undefined){
let data64 = data62.value;
if(typeof data64 === "string"){
if(data64.length > 63){
const err175 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if(!pattern6.test(data64)){
const err176 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data62.effect !== undefined){
let data65 = data62.effect;
if(typeof data65 !== "string"){
const err178 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!(((data65 === "NoSchedule") || (data65 === "PreferNoSchedule")) || (data65 === "NoExecute"))){
const err179 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.registerWithTaints.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
}
else {
const err180 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
}
else {
const err181 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data17.registry !== undefined){
let data66 = data17.registry;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key29 in data66){
if(!((key29 === "mirrors") || (key29 === "auth"))){
const err183 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data66.mirrors !== undefined){
let data67 = data66.mirrors;
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
if(Object.keys(data67).length > 32){
const err184 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
for(const key30 in data67){
if(!(pattern43.test(key30))){
const err185 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
for(const key31 in data67){
if(pattern43.test(key31)){
let data68 = data67[key31];
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key32 in data68){
if(!(key32 === "endpoints")){
const err186 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data68.endpoints !== undefined){
let data69 = data68.endpoints;
if(Array.isArray(data69)){
if(data69.length > 8){
const err187 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data69.length < 1){
const err188 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
const len8 = data69.length;
for(let i9=0; i9<len8; i9++){
let data70 = data69[i9];
if(typeof data70 === "string"){
if(data70.length > 512){
const err189 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(!pattern45.test(data70)){
const err190 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/pattern",keyword:"pattern",params:{pattern: "^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"},message:"must match pattern \""+"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"+"\""};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err192 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err193 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
}
else {
const err194 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data66.auth !== undefined){
let data71 = data66.auth;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if(Object.keys(data71).length > 32){
const err195 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
for(const key33 in data71){
if(!(pattern43.test(key33))){
const err196 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
for(const key34 in data71){
if(pattern43.test(key34)){
let data72 = data71[key34];
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
for(const key35 in data72){
if(!((key35 === "username") || (key35 === "password"))){
const err197 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data72.username !== undefined){
let data73 = data72.username;
if(typeof data73 === "string"){
if(data73.length > 256){
const err198 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data73.length < 1){
const err199 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data72.password !== undefined){
let data74 = data72.password;
if(data74 && typeof data74 == "object" && !Array.isArray(data74)){
if(data74.secretKeyRef === undefined){
const err201 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/required",keyword:"required",params:{missingProperty: "secretKeyRef"},message:"must have required property '"+"secretKeyRef"+"'"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
for(const key36 in data74){
if(!(key36 === "secretKeyRef")){
const err202 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data74.secretKeyRef !== undefined){
let data75 = data74.secretKeyRef;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
if(data75.name === undefined){
const err203 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data75.key === undefined){
const err204 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
for(const key37 in data75){
if(!((key37 === "name") || (key37 === "key"))){
const err205 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
if(data75.name !== undefined){
let data76 = data75.name;
if(typeof data76 === "string"){
if(data76.length > 253){
const err206 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(!pattern48.test(data76)){
const err207 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data75.key !== undefined){
let data77 = data75.key;
if(typeof data77 === "string"){
if(data77.length > 253){
const err209 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
if(!pattern49.test(data77)){
const err210 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._-]+$"+"\""};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
else {
const err211 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err212 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
else {
const err213 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
else {
const err214 = {instancePath:instancePath+"/spec/config/registry/auth/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
}
else {
const err215 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
}
else {
const err217 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data4.remove !== undefined){
let data78 = data4.remove;
if(Array.isArray(data78)){
if(data78.length > 64){
const err218 = {instancePath:instancePath+"/spec/remove",schemaPath:"#/properties/spec/properties/remove/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
const len9 = data78.length;
for(let i10=0; i10<len9; i10++){
let data79 = data78[i10];
if(typeof data79 === "string"){
if(data79.length > 512){
const err219 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(!pattern50.test(data79)){
const err220 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/pattern",keyword:"pattern",params:{pattern: "^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$"},message:"must match pattern \""+"^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$"+"\""};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/spec/remove",schemaPath:"#/properties/spec/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data4.rollout !== undefined){
let data80 = data4.rollout;
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
for(const key38 in data80){
if(!((((((((key38 === "paused") || (key38 === "maxUnavailable")) || (key38 === "windows")) || (key38 === "freezes")) || (key38 === "gates")) || (key38 === "confirmWithin")) || (key38 === "drain")) || (key38 === "verify"))){
const err223 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
if(data80.paused !== undefined){
if(typeof data80.paused !== "boolean"){
const err224 = {instancePath:instancePath+"/spec/rollout/paused",schemaPath:"#/properties/spec/properties/rollout/properties/paused/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data80.maxUnavailable !== undefined){
let data82 = data80.maxUnavailable;
const _errs195 = errors;
let valid51 = false;
const _errs196 = errors;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err225 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/0/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
var _valid0 = _errs196 === errors;
valid51 = valid51 || _valid0;
const _errs198 = errors;
if(typeof data82 !== "string"){
const err226 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
var _valid0 = _errs198 === errors;
valid51 = valid51 || _valid0;
if(!valid51){
const err227 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
else {
errors = _errs195;
if(vErrors !== null){
if(_errs195){
vErrors.length = _errs195;
}
else {
vErrors = null;
}
}
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 > 1024 || isNaN(data82)){
const err228 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1024},message:"must be <= 1024"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data82 < 1 || isNaN(data82)){
const err229 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(typeof data82 === "string"){
if(!pattern51.test(data82)){
const err230 = {instancePath:instancePath+"/spec/rollout/maxUnavailable",schemaPath:"#/properties/spec/properties/rollout/properties/maxUnavailable/pattern",keyword:"pattern",params:{pattern: "^([1-9][0-9]?|100)%$"},message:"must match pattern \""+"^([1-9][0-9]?|100)%$"+"\""};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
if(data80.windows !== undefined){
let data83 = data80.windows;
if(Array.isArray(data83)){
if(data83.length > 16){
const err231 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
const len10 = data83.length;
for(let i11=0; i11<len10; i11++){
let data84 = data83[i11];
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
if(data84.schedule === undefined){
const err232 = {instancePath:instancePath+"/spec/rollout/windows/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "schedule"},message:"must have required property '"+"schedule"+"'"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if(data84.duration === undefined){
const err233 = {instancePath:instancePath+"/spec/rollout/windows/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/required",keyword:"required",params:{missingProperty: "duration"},message:"must have required property '"+"duration"+"'"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
for(const key39 in data84){
if(!(((key39 === "schedule") || (key39 === "duration")) || (key39 === "timeZone"))){
const err234 = {instancePath:instancePath+"/spec/rollout/windows/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key39},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data84.schedule !== undefined){
let data85 = data84.schedule;
if(typeof data85 === "string"){
if(data85.length > 128){
const err235 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(!pattern52.test(data85)){
const err236 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/pattern",keyword:"pattern",params:{pattern: "^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"},message:"must match pattern \""+"^[0-9*,/-]+ [0-9*,/-]+ [0-9*,/?L-]+ [0-9A-Za-z*,/-]+ [0-9A-Za-z*,/?#L-]+$"+"\""};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
else {
const err237 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/schedule",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/schedule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data84.duration !== undefined){
let data86 = data84.duration;
if(typeof data86 === "string"){
if(data86.length > 24){
const err238 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(!pattern53.test(data86)){
const err239 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
else {
const err240 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/duration",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/duration/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data84.timeZone !== undefined){
let data87 = data84.timeZone;
if(typeof data87 === "string"){
if(data87.length > 64){
const err241 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(data87.length < 1){
const err242 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
if(!pattern54.test(data87)){
const err243 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_+/-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_+/-]+$"+"\""};
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
const err244 = {instancePath:instancePath+"/spec/rollout/windows/" + i11+"/timeZone",schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/properties/timeZone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
}
else {
const err245 = {instancePath:instancePath+"/spec/rollout/windows/" + i11,schemaPath:"#/properties/spec/properties/rollout/properties/windows/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/spec/rollout/windows",schemaPath:"#/properties/spec/properties/rollout/properties/windows/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data80.freezes !== undefined){
let data88 = data80.freezes;
if(Array.isArray(data88)){
if(data88.length > 32){
const err247 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
const len11 = data88.length;
for(let i12=0; i12<len11; i12++){
let data89 = data88[i12];
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.from === undefined){
const err248 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "from"},message:"must have required property '"+"from"+"'"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
if(data89.to === undefined){
const err249 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
for(const key40 in data89){
if(!(((key40 === "from") || (key40 === "to")) || (key40 === "reason"))){
const err250 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key40},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
if(data89.from !== undefined){
let data90 = data89.from;
if(typeof data90 === "string"){
if(data90.length > 40){
const err251 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
if(!pattern55.test(data90)){
const err252 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err253 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/from",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/from/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data89.to !== undefined){
let data91 = data89.to;
if(typeof data91 === "string"){
if(data91.length > 40){
const err254 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
if(!pattern55.test(data91)){
const err255 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err256 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/to",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/to/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
if(data89.reason !== undefined){
let data92 = data89.reason;
if(typeof data92 === "string"){
if(data92.length > 253){
const err257 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
else {
const err258 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12+"/reason",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
}
else {
const err259 = {instancePath:instancePath+"/spec/rollout/freezes/" + i12,schemaPath:"#/properties/spec/properties/rollout/properties/freezes/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err260 = {instancePath:instancePath+"/spec/rollout/freezes",schemaPath:"#/properties/spec/properties/rollout/properties/freezes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
if(data80.gates !== undefined){
let data93 = data80.gates;
if(Array.isArray(data93)){
if(data93.length > 16){
const err261 = {instancePath:instancePath+"/spec/rollout/gates",schemaPath:"#/properties/spec/properties/rollout/properties/gates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
const len12 = data93.length;
for(let i13=0; i13<len12; i13++){
let data94 = data93[i13];
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(data94.name === undefined){
const err262 = {instancePath:instancePath+"/spec/rollout/gates/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
for(const key41 in data94){
if(!(((((key41 === "name") || (key41 === "preset")) || (key41 === "cel")) || (key41 === "prometheus")) || (key41 === "nodeCondition"))){
const err263 = {instancePath:instancePath+"/spec/rollout/gates/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
if(data94.name !== undefined){
let data95 = data94.name;
if(typeof data95 === "string"){
if(data95.length > 63){
const err264 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if(data95.length < 1){
const err265 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(!pattern57.test(data95)){
const err266 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
else {
const err267 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
}
if(data94.preset !== undefined){
let data96 = data94.preset;
if(data96 && typeof data96 == "object" && !Array.isArray(data96)){
if(data96.name === undefined){
const err268 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
for(const key42 in data96){
if(!((key42 === "name") || (key42 === "namespace"))){
const err269 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key42},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
if(data96.name !== undefined){
let data97 = data96.name;
if(typeof data97 !== "string"){
const err270 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
if(!((((data97 === "CephHealthy") || (data97 === "LonghornHealthy")) || (data97 === "CloudNativePGHealthy")) || (data97 === "DeploymentsAvailable"))){
const err271 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/name/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.gates.items.properties.preset.properties.name.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
}
if(data96.namespace !== undefined){
let data98 = data96.namespace;
if(typeof data98 === "string"){
if(data98.length > 63){
const err272 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
if(data98.length < 1){
const err273 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
if(!pattern57.test(data98)){
const err274 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
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
const err275 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err276 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/preset",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/preset/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data94.cel !== undefined){
let data99 = data94.cel;
if(data99 && typeof data99 == "object" && !Array.isArray(data99)){
if(data99.objects === undefined){
const err277 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/required",keyword:"required",params:{missingProperty: "objects"},message:"must have required property '"+"objects"+"'"};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(data99.expression === undefined){
const err278 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
for(const key43 in data99){
if(!(((key43 === "objects") || (key43 === "expression")) || (key43 === "messageExpression"))){
const err279 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key43},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
if(data99.objects !== undefined){
let data100 = data99.objects;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100.apiVersion === undefined){
const err280 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/required",keyword:"required",params:{missingProperty: "apiVersion"},message:"must have required property '"+"apiVersion"+"'"};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
if(data100.resource === undefined){
const err281 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'"};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
for(const key44 in data100){
if(!((((key44 === "apiVersion") || (key44 === "resource")) || (key44 === "namespace")) || (key44 === "labelSelector"))){
const err282 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key44},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
if(data100.apiVersion !== undefined){
let data101 = data100.apiVersion;
if(typeof data101 === "string"){
if(data101.length > 253){
const err283 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
if(!pattern59.test(data101)){
const err284 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?v[a-z0-9]+$"+"\""};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
}
else {
const err285 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/apiVersion",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/apiVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
if(data100.resource !== undefined){
let data102 = data100.resource;
if(typeof data102 === "string"){
if(data102.length > 63){
const err286 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
if(!pattern60.test(data102)){
const err287 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*$"+"\""};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
}
else {
const err288 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/resource",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
if(data100.namespace !== undefined){
let data103 = data100.namespace;
if(typeof data103 === "string"){
if(data103.length > 63){
const err289 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
if(data103.length < 1){
const err290 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
if(!pattern57.test(data103)){
const err291 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
else {
const err292 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
}
if(data100.labelSelector !== undefined){
let data104 = data100.labelSelector;
if(typeof data104 === "string"){
if(data104.length > 1024){
const err293 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/labelSelector",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/labelSelector/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
else {
const err294 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects/labelSelector",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/properties/labelSelector/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
}
}
else {
const err295 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/objects",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/objects/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
if(data99.expression !== undefined){
let data105 = data99.expression;
if(typeof data105 === "string"){
if(data105.length > 4096){
const err296 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
if(data105.length < 1){
const err297 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err298 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/expression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data99.messageExpression !== undefined){
let data106 = data99.messageExpression;
if(typeof data106 === "string"){
if(data106.length > 4096){
const err299 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
if(data106.length < 1){
const err300 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
}
else {
const err301 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel/messageExpression",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/properties/messageExpression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
}
}
else {
const err302 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/cel",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/cel/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
}
if(data94.prometheus !== undefined){
let data107 = data94.prometheus;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
for(const key45 in data107){
if(!((((key45 === "url") || (key45 === "service")) || (key45 === "query")) || (key45 === "noFiringAlerts"))){
const err303 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key45},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
}
if(data107.url !== undefined){
let data108 = data107.url;
if(typeof data108 === "string"){
if(data108.length > 512){
const err304 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
if(!pattern62.test(data108)){
const err305 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/pattern",keyword:"pattern",params:{pattern: "^https?://[^ @?#]+$"},message:"must match pattern \""+"^https?://[^ @?#]+$"+"\""};
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
const err306 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/url",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
if(data107.service !== undefined){
let data109 = data107.service;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.namespace === undefined){
const err307 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "namespace"},message:"must have required property '"+"namespace"+"'"};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
if(data109.name === undefined){
const err308 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if(data109.port === undefined){
const err309 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/required",keyword:"required",params:{missingProperty: "port"},message:"must have required property '"+"port"+"'"};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
for(const key46 in data109){
if(!(((key46 === "namespace") || (key46 === "name")) || (key46 === "port"))){
const err310 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key46},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
if(data109.namespace !== undefined){
let data110 = data109.namespace;
if(typeof data110 === "string"){
if(data110.length > 63){
const err311 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
if(data110.length < 1){
const err312 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if(!pattern57.test(data110)){
const err313 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
else {
const err314 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/namespace",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/namespace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
}
if(data109.name !== undefined){
let data111 = data109.name;
if(typeof data111 === "string"){
if(data111.length > 63){
const err315 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
if(data111.length < 1){
const err316 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
if(!pattern57.test(data111)){
const err317 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
}
else {
const err318 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/name",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
if(data109.port !== undefined){
let data112 = data109.port;
if(typeof data112 === "string"){
if(data112.length > 32){
const err319 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
if(!pattern65.test(data112)){
const err320 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/pattern",keyword:"pattern",params:{pattern: "^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},message:"must match pattern \""+"^(https:)?[a-z0-9]([a-z0-9-]*[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
else {
const err321 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service/port",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/properties/port/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
}
else {
const err322 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/service",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/service/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
if(data107.query !== undefined){
let data113 = data107.query;
if(typeof data113 === "string"){
if(data113.length > 4096){
const err323 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
if(data113.length < 1){
const err324 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
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
const err325 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/query",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
}
if(data107.noFiringAlerts !== undefined){
let data114 = data107.noFiringAlerts;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
for(const key47 in data114){
if(!(key47 === "except")){
const err326 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key47},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data114.except !== undefined){
let data115 = data114.except;
if(Array.isArray(data115)){
if(data115.length > 64){
const err327 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts/except",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
const len13 = data115.length;
for(let i14=0; i14<len13; i14++){
let data116 = data115[i14];
if(typeof data116 === "string"){
if(data116.length > 253){
const err328 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts/except/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
if(data116.length < 1){
const err329 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts/except/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
else {
const err330 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts/except/" + i14,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
}
else {
const err331 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts/except",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/properties/except/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
}
else {
const err332 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus/noFiringAlerts",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/properties/noFiringAlerts/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err333 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/prometheus",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/prometheus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
if(data94.nodeCondition !== undefined){
let data117 = data94.nodeCondition;
if(data117 && typeof data117 == "object" && !Array.isArray(data117)){
if(data117.type === undefined){
const err334 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
if(data117.status === undefined){
const err335 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
for(const key48 in data117){
if(!((key48 === "type") || (key48 === "status"))){
const err336 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key48},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
if(data117.type !== undefined){
let data118 = data117.type;
if(typeof data118 === "string"){
if(data118.length > 316){
const err337 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/maxLength",keyword:"maxLength",params:{limit: 316},message:"must NOT have more than 316 characters"};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
if(!pattern66.test(data118)){
const err338 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9./_-]+$"},message:"must match pattern \""+"^[A-Za-z0-9./_-]+$"+"\""};
if(vErrors === null){
vErrors = [err338];
}
else {
vErrors.push(err338);
}
errors++;
}
}
else {
const err339 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition/type",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err339];
}
else {
vErrors.push(err339);
}
errors++;
}
}
if(data117.status !== undefined){
let data119 = data117.status;
if(typeof data119 !== "string"){
const err340 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition/status",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err340];
}
else {
vErrors.push(err340);
}
errors++;
}
if(!(((data119 === "True") || (data119 === "False")) || (data119 === "Unknown"))){
const err341 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition/status",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.gates.items.properties.nodeCondition.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err341];
}
else {
vErrors.push(err341);
}
errors++;
}
}
}
else {
const err342 = {instancePath:instancePath+"/spec/rollout/gates/" + i13+"/nodeCondition",schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/properties/nodeCondition/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err342];
}
else {
vErrors.push(err342);
}
errors++;
}
}
}
else {
const err343 = {instancePath:instancePath+"/spec/rollout/gates/" + i13,schemaPath:"#/properties/spec/properties/rollout/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err343];
}
else {
vErrors.push(err343);
}
errors++;
}
}
}
else {
const err344 = {instancePath:instancePath+"/spec/rollout/gates",schemaPath:"#/properties/spec/properties/rollout/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err344];
}
else {
vErrors.push(err344);
}
errors++;
}
}
if(data80.confirmWithin !== undefined){
let data120 = data80.confirmWithin;
if(typeof data120 === "string"){
if(data120.length > 24){
const err345 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err345];
}
else {
vErrors.push(err345);
}
errors++;
}
if(!pattern53.test(data120)){
const err346 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err346];
}
else {
vErrors.push(err346);
}
errors++;
}
}
else {
const err347 = {instancePath:instancePath+"/spec/rollout/confirmWithin",schemaPath:"#/properties/spec/properties/rollout/properties/confirmWithin/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err347];
}
else {
vErrors.push(err347);
}
errors++;
}
}
if(data80.drain !== undefined){
let data121 = data80.drain;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
for(const key49 in data121){
if(!(((((key49 === "timeout") || (key49 === "onTimeout")) || (key49 === "detachTimeout")) || (key49 === "loadBalancerGrace")) || (key49 === "rules"))){
const err348 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key49},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err348];
}
else {
vErrors.push(err348);
}
errors++;
}
}
if(data121.timeout !== undefined){
let data122 = data121.timeout;
if(typeof data122 === "string"){
if(data122.length > 24){
const err349 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err349];
}
else {
vErrors.push(err349);
}
errors++;
}
if(!pattern53.test(data122)){
const err350 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err350];
}
else {
vErrors.push(err350);
}
errors++;
}
}
else {
const err351 = {instancePath:instancePath+"/spec/rollout/drain/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err351];
}
else {
vErrors.push(err351);
}
errors++;
}
}
if(data121.onTimeout !== undefined){
let data123 = data121.onTimeout;
if(typeof data123 !== "string"){
const err352 = {instancePath:instancePath+"/spec/rollout/drain/onTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/onTimeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err352];
}
else {
vErrors.push(err352);
}
errors++;
}
if(!((data123 === "Hold") || (data123 === "SkipNode"))){
const err353 = {instancePath:instancePath+"/spec/rollout/drain/onTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/onTimeout/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.onTimeout.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err353];
}
else {
vErrors.push(err353);
}
errors++;
}
}
if(data121.detachTimeout !== undefined){
let data124 = data121.detachTimeout;
if(typeof data124 === "string"){
if(data124.length > 24){
const err354 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err354];
}
else {
vErrors.push(err354);
}
errors++;
}
if(!pattern53.test(data124)){
const err355 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
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
const err356 = {instancePath:instancePath+"/spec/rollout/drain/detachTimeout",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/detachTimeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err356];
}
else {
vErrors.push(err356);
}
errors++;
}
}
if(data121.loadBalancerGrace !== undefined){
let data125 = data121.loadBalancerGrace;
if(typeof data125 === "string"){
if(data125.length > 24){
const err357 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err357];
}
else {
vErrors.push(err357);
}
errors++;
}
if(!pattern53.test(data125)){
const err358 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err358];
}
else {
vErrors.push(err358);
}
errors++;
}
}
else {
const err359 = {instancePath:instancePath+"/spec/rollout/drain/loadBalancerGrace",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/loadBalancerGrace/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err359];
}
else {
vErrors.push(err359);
}
errors++;
}
}
if(data121.rules !== undefined){
let data126 = data121.rules;
if(Array.isArray(data126)){
if(data126.length > 32){
const err360 = {instancePath:instancePath+"/spec/rollout/drain/rules",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err360];
}
else {
vErrors.push(err360);
}
errors++;
}
const len14 = data126.length;
for(let i15=0; i15<len14; i15++){
let data127 = data126[i15];
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.action === undefined){
const err361 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/required",keyword:"required",params:{missingProperty: "action"},message:"must have required property '"+"action"+"'"};
if(vErrors === null){
vErrors = [err361];
}
else {
vErrors.push(err361);
}
errors++;
}
for(const key50 in data127){
if(!((((key50 === "podSelector") || (key50 === "namespaces")) || (key50 === "action")) || (key50 === "order"))){
const err362 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key50},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err362];
}
else {
vErrors.push(err362);
}
errors++;
}
}
if(data127.podSelector !== undefined){
let data128 = data127.podSelector;
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
for(const key51 in data128){
if(!((key51 === "matchLabels") || (key51 === "matchExpressions"))){
const err363 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key51},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err363];
}
else {
vErrors.push(err363);
}
errors++;
}
}
if(data128.matchLabels !== undefined){
let data129 = data128.matchLabels;
if(data129 && typeof data129 == "object" && !Array.isArray(data129)){
if(Object.keys(data129).length > 16){
const err364 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err364];
}
else {
vErrors.push(err364);
}
errors++;
}
for(const key52 in data129){
if(!(pattern4.test(key52))){
const err365 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key52},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err365];
}
else {
vErrors.push(err365);
}
errors++;
}
}
for(const key53 in data129){
if(pattern4.test(key53)){
let data130 = data129[key53];
if(typeof data130 === "string"){
if(data130.length > 63){
const err366 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels/" + key53.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err366];
}
else {
vErrors.push(err366);
}
errors++;
}
if(!pattern6.test(data130)){
const err367 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels/" + key53.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err367];
}
else {
vErrors.push(err367);
}
errors++;
}
}
else {
const err368 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels/" + key53.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err368];
}
else {
vErrors.push(err368);
}
errors++;
}
}
}
}
else {
const err369 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchLabels",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err369];
}
else {
vErrors.push(err369);
}
errors++;
}
}
if(data128.matchExpressions !== undefined){
let data131 = data128.matchExpressions;
if(Array.isArray(data131)){
if(data131.length > 16){
const err370 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err370];
}
else {
vErrors.push(err370);
}
errors++;
}
const len15 = data131.length;
for(let i16=0; i16<len15; i16++){
let data132 = data131[i16];
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.key === undefined){
const err371 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err371];
}
else {
vErrors.push(err371);
}
errors++;
}
if(data132.operator === undefined){
const err372 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err372];
}
else {
vErrors.push(err372);
}
errors++;
}
for(const key54 in data132){
if(!(((key54 === "key") || (key54 === "operator")) || (key54 === "values"))){
const err373 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key54},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err373];
}
else {
vErrors.push(err373);
}
errors++;
}
}
if(data132.key !== undefined){
let data133 = data132.key;
if(typeof data133 === "string"){
if(data133.length > 317){
const err374 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err374];
}
else {
vErrors.push(err374);
}
errors++;
}
if(!pattern4.test(data133)){
const err375 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err375];
}
else {
vErrors.push(err375);
}
errors++;
}
}
else {
const err376 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/key",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err376];
}
else {
vErrors.push(err376);
}
errors++;
}
}
if(data132.operator !== undefined){
let data134 = data132.operator;
if(typeof data134 !== "string"){
const err377 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err377];
}
else {
vErrors.push(err377);
}
errors++;
}
if(!((((data134 === "In") || (data134 === "NotIn")) || (data134 === "Exists")) || (data134 === "DoesNotExist"))){
const err378 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/operator",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.rules.items.properties.podSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err378];
}
else {
vErrors.push(err378);
}
errors++;
}
}
if(data132.values !== undefined){
let data135 = data132.values;
if(Array.isArray(data135)){
if(data135.length > 32){
const err379 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err379];
}
else {
vErrors.push(err379);
}
errors++;
}
const len16 = data135.length;
for(let i17=0; i17<len16; i17++){
let data136 = data135[i17];
if(typeof data136 === "string"){
if(data136.length > 63){
const err380 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/values/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err380];
}
else {
vErrors.push(err380);
}
errors++;
}
if(!pattern6.test(data136)){
const err381 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/values/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err381];
}
else {
vErrors.push(err381);
}
errors++;
}
}
else {
const err382 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/values/" + i17,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err383 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16+"/values",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err383];
}
else {
vErrors.push(err383);
}
errors++;
}
}
}
else {
const err384 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions/" + i16,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err385 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector/matchExpressions",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err385];
}
else {
vErrors.push(err385);
}
errors++;
}
}
}
else {
const err386 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/podSelector",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/podSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err386];
}
else {
vErrors.push(err386);
}
errors++;
}
}
if(data127.namespaces !== undefined){
let data137 = data127.namespaces;
if(Array.isArray(data137)){
if(data137.length > 64){
const err387 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/namespaces",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err387];
}
else {
vErrors.push(err387);
}
errors++;
}
const len17 = data137.length;
for(let i18=0; i18<len17; i18++){
let data138 = data137[i18];
if(typeof data138 === "string"){
if(data138.length > 253){
const err388 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/namespaces/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err388];
}
else {
vErrors.push(err388);
}
errors++;
}
if(data138.length < 1){
const err389 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/namespaces/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err389];
}
else {
vErrors.push(err389);
}
errors++;
}
}
else {
const err390 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/namespaces/" + i18,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err390];
}
else {
vErrors.push(err390);
}
errors++;
}
}
}
else {
const err391 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/namespaces",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/namespaces/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err391];
}
else {
vErrors.push(err391);
}
errors++;
}
}
if(data127.action !== undefined){
let data139 = data127.action;
if(typeof data139 !== "string"){
const err392 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/action",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err392];
}
else {
vErrors.push(err392);
}
errors++;
}
if(!(((data139 === "Evict") || (data139 === "WaitForCompletion")) || (data139 === "Skip"))){
const err393 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/action",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/action/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.rollout.properties.drain.properties.rules.items.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err393];
}
else {
vErrors.push(err393);
}
errors++;
}
}
if(data127.order !== undefined){
let data140 = data127.order;
if(!(((typeof data140 == "number") && (!(data140 % 1) && !isNaN(data140))) && (isFinite(data140)))){
const err394 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err394];
}
else {
vErrors.push(err394);
}
errors++;
}
if((typeof data140 == "number") && (isFinite(data140))){
if(data140 > 1000 || isNaN(data140)){
const err395 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err395];
}
else {
vErrors.push(err395);
}
errors++;
}
if(data140 < -1000 || isNaN(data140)){
const err396 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15+"/order",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/properties/order/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1000},message:"must be >= -1000"};
if(vErrors === null){
vErrors = [err396];
}
else {
vErrors.push(err396);
}
errors++;
}
}
}
}
else {
const err397 = {instancePath:instancePath+"/spec/rollout/drain/rules/" + i15,schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err397];
}
else {
vErrors.push(err397);
}
errors++;
}
}
}
else {
const err398 = {instancePath:instancePath+"/spec/rollout/drain/rules",schemaPath:"#/properties/spec/properties/rollout/properties/drain/properties/rules/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err398];
}
else {
vErrors.push(err398);
}
errors++;
}
}
}
else {
const err399 = {instancePath:instancePath+"/spec/rollout/drain",schemaPath:"#/properties/spec/properties/rollout/properties/drain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err399];
}
else {
vErrors.push(err399);
}
errors++;
}
}
if(data80.verify !== undefined){
let data141 = data80.verify;
if(data141 && typeof data141 == "object" && !Array.isArray(data141)){
for(const key55 in data141){
if(!((key55 === "steadyFor") || (key55 === "timeout"))){
const err400 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key55},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err400];
}
else {
vErrors.push(err400);
}
errors++;
}
}
if(data141.steadyFor !== undefined){
let data142 = data141.steadyFor;
if(typeof data142 === "string"){
if(data142.length > 24){
const err401 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err401];
}
else {
vErrors.push(err401);
}
errors++;
}
if(!pattern53.test(data142)){
const err402 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err402];
}
else {
vErrors.push(err402);
}
errors++;
}
}
else {
const err403 = {instancePath:instancePath+"/spec/rollout/verify/steadyFor",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/steadyFor/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err403];
}
else {
vErrors.push(err403);
}
errors++;
}
}
if(data141.timeout !== undefined){
let data143 = data141.timeout;
if(typeof data143 === "string"){
if(data143.length > 24){
const err404 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"};
if(vErrors === null){
vErrors = [err404];
}
else {
vErrors.push(err404);
}
errors++;
}
if(!pattern53.test(data143)){
const err405 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}([.][0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err405];
}
else {
vErrors.push(err405);
}
errors++;
}
}
else {
const err406 = {instancePath:instancePath+"/spec/rollout/verify/timeout",schemaPath:"#/properties/spec/properties/rollout/properties/verify/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err406];
}
else {
vErrors.push(err406);
}
errors++;
}
}
}
else {
const err407 = {instancePath:instancePath+"/spec/rollout/verify",schemaPath:"#/properties/spec/properties/rollout/properties/verify/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err407];
}
else {
vErrors.push(err407);
}
errors++;
}
}
}
else {
const err408 = {instancePath:instancePath+"/spec/rollout",schemaPath:"#/properties/spec/properties/rollout/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err408];
}
else {
vErrors.push(err408);
}
errors++;
}
}
}
else {
const err409 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err409];
}
else {
vErrors.push(err409);
}
errors++;
}
}
if(data.status !== undefined){
let data144 = data.status;
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
for(const key56 in data144){
if(!((((((key56 === "observedGeneration") || (key56 === "conditions")) || (key56 === "nodes")) || (key56 === "progress")) || (key56 === "maxUnavailable")) || (key56 === "gates"))){
const err410 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key56},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err410];
}
else {
vErrors.push(err410);
}
errors++;
}
}
if(data144.observedGeneration !== undefined){
let data145 = data144.observedGeneration;
if(!(((typeof data145 == "number") && (!(data145 % 1) && !isNaN(data145))) && (isFinite(data145)))){
const err411 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err411];
}
else {
vErrors.push(err411);
}
errors++;
}
if((typeof data145 == "number") && (isFinite(data145))){
if(data145 > 9007199254740991 || isNaN(data145)){
const err412 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err412];
}
else {
vErrors.push(err412);
}
errors++;
}
if(data145 < 0 || isNaN(data145)){
const err413 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err413];
}
else {
vErrors.push(err413);
}
errors++;
}
}
}
if(data144.conditions !== undefined){
let data146 = data144.conditions;
if(Array.isArray(data146)){
if(data146.length > 16){
const err414 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err414];
}
else {
vErrors.push(err414);
}
errors++;
}
const len18 = data146.length;
for(let i19=0; i19<len18; i19++){
let data147 = data146[i19];
if(data147 && typeof data147 == "object" && !Array.isArray(data147)){
if(data147.type === undefined){
const err415 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err415];
}
else {
vErrors.push(err415);
}
errors++;
}
if(data147.status === undefined){
const err416 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err416];
}
else {
vErrors.push(err416);
}
errors++;
}
if(data147.lastTransitionTime === undefined){
const err417 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err417];
}
else {
vErrors.push(err417);
}
errors++;
}
if(data147.reason === undefined){
const err418 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err418];
}
else {
vErrors.push(err418);
}
errors++;
}
if(data147.message === undefined){
const err419 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err419];
}
else {
vErrors.push(err419);
}
errors++;
}
for(const key57 in data147){
if(!((((((key57 === "type") || (key57 === "status")) || (key57 === "observedGeneration")) || (key57 === "lastTransitionTime")) || (key57 === "reason")) || (key57 === "message"))){
const err420 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key57},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err420];
}
else {
vErrors.push(err420);
}
errors++;
}
}
if(data147.type !== undefined){
let data148 = data147.type;
if(typeof data148 === "string"){
if(data148.length > 64){
const err421 = {instancePath:instancePath+"/status/conditions/" + i19+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err421];
}
else {
vErrors.push(err421);
}
errors++;
}
if(data148.length < 1){
const err422 = {instancePath:instancePath+"/status/conditions/" + i19+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err422];
}
else {
vErrors.push(err422);
}
errors++;
}
}
else {
const err423 = {instancePath:instancePath+"/status/conditions/" + i19+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err423];
}
else {
vErrors.push(err423);
}
errors++;
}
}
if(data147.status !== undefined){
let data149 = data147.status;
if(typeof data149 !== "string"){
const err424 = {instancePath:instancePath+"/status/conditions/" + i19+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err424];
}
else {
vErrors.push(err424);
}
errors++;
}
if(!(((data149 === "True") || (data149 === "False")) || (data149 === "Unknown"))){
const err425 = {instancePath:instancePath+"/status/conditions/" + i19+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err425];
}
else {
vErrors.push(err425);
}
errors++;
}
}
if(data147.observedGeneration !== undefined){
let data150 = data147.observedGeneration;
if(!(((typeof data150 == "number") && (!(data150 % 1) && !isNaN(data150))) && (isFinite(data150)))){
const err426 = {instancePath:instancePath+"/status/conditions/" + i19+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err426];
}
else {
vErrors.push(err426);
}
errors++;
}
if((typeof data150 == "number") && (isFinite(data150))){
if(data150 > 9007199254740991 || isNaN(data150)){
const err427 = {instancePath:instancePath+"/status/conditions/" + i19+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err427];
}
else {
vErrors.push(err427);
}
errors++;
}
if(data150 < 0 || isNaN(data150)){
const err428 = {instancePath:instancePath+"/status/conditions/" + i19+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err428];
}
else {
vErrors.push(err428);
}
errors++;
}
}
}
if(data147.lastTransitionTime !== undefined){
let data151 = data147.lastTransitionTime;
if(typeof data151 === "string"){
if(data151.length > 40){
const err429 = {instancePath:instancePath+"/status/conditions/" + i19+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err429];
}
else {
vErrors.push(err429);
}
errors++;
}
if(!pattern55.test(data151)){
const err430 = {instancePath:instancePath+"/status/conditions/" + i19+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
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
const err431 = {instancePath:instancePath+"/status/conditions/" + i19+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err431];
}
else {
vErrors.push(err431);
}
errors++;
}
}
if(data147.reason !== undefined){
let data152 = data147.reason;
if(typeof data152 === "string"){
if(data152.length > 64){
const err432 = {instancePath:instancePath+"/status/conditions/" + i19+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err432];
}
else {
vErrors.push(err432);
}
errors++;
}
if(!pattern79.test(data152)){
const err433 = {instancePath:instancePath+"/status/conditions/" + i19+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err433];
}
else {
vErrors.push(err433);
}
errors++;
}
}
else {
const err434 = {instancePath:instancePath+"/status/conditions/" + i19+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err434];
}
else {
vErrors.push(err434);
}
errors++;
}
}
if(data147.message !== undefined){
let data153 = data147.message;
if(typeof data153 === "string"){
if(data153.length > 4096){
const err435 = {instancePath:instancePath+"/status/conditions/" + i19+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err435];
}
else {
vErrors.push(err435);
}
errors++;
}
}
else {
const err436 = {instancePath:instancePath+"/status/conditions/" + i19+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err436];
}
else {
vErrors.push(err436);
}
errors++;
}
}
}
else {
const err437 = {instancePath:instancePath+"/status/conditions/" + i19,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err437];
}
else {
vErrors.push(err437);
}
errors++;
}
}
}
else {
const err438 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err438];
}
else {
vErrors.push(err438);
}
errors++;
}
}
if(data144.nodes !== undefined){
let data154 = data144.nodes;
if(data154 && typeof data154 == "object" && !Array.isArray(data154)){
if(data154.total === undefined){
const err439 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "total"},message:"must have required property '"+"total"+"'"};
if(vErrors === null){
vErrors = [err439];
}
else {
vErrors.push(err439);
}
errors++;
}
if(data154.updated === undefined){
const err440 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "updated"},message:"must have required property '"+"updated"+"'"};
if(vErrors === null){
vErrors = [err440];
}
else {
vErrors.push(err440);
}
errors++;
}
if(data154.unavailable === undefined){
const err441 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/required",keyword:"required",params:{missingProperty: "unavailable"},message:"must have required property '"+"unavailable"+"'"};
if(vErrors === null){
vErrors = [err441];
}
else {
vErrors.push(err441);
}
errors++;
}
for(const key58 in data154){
if(!(((key58 === "total") || (key58 === "updated")) || (key58 === "unavailable"))){
const err442 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key58},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err442];
}
else {
vErrors.push(err442);
}
errors++;
}
}
if(data154.total !== undefined){
let data155 = data154.total;
if(!(((typeof data155 == "number") && (!(data155 % 1) && !isNaN(data155))) && (isFinite(data155)))){
const err443 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err443];
}
else {
vErrors.push(err443);
}
errors++;
}
if((typeof data155 == "number") && (isFinite(data155))){
if(data155 > 1000000 || isNaN(data155)){
const err444 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err444];
}
else {
vErrors.push(err444);
}
errors++;
}
if(data155 < 0 || isNaN(data155)){
const err445 = {instancePath:instancePath+"/status/nodes/total",schemaPath:"#/properties/status/properties/nodes/properties/total/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data154.updated !== undefined){
let data156 = data154.updated;
if(!(((typeof data156 == "number") && (!(data156 % 1) && !isNaN(data156))) && (isFinite(data156)))){
const err446 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err446];
}
else {
vErrors.push(err446);
}
errors++;
}
if((typeof data156 == "number") && (isFinite(data156))){
if(data156 > 1000000 || isNaN(data156)){
const err447 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err447];
}
else {
vErrors.push(err447);
}
errors++;
}
if(data156 < 0 || isNaN(data156)){
const err448 = {instancePath:instancePath+"/status/nodes/updated",schemaPath:"#/properties/status/properties/nodes/properties/updated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err448];
}
else {
vErrors.push(err448);
}
errors++;
}
}
}
if(data154.unavailable !== undefined){
let data157 = data154.unavailable;
if(!(((typeof data157 == "number") && (!(data157 % 1) && !isNaN(data157))) && (isFinite(data157)))){
const err449 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err449];
}
else {
vErrors.push(err449);
}
errors++;
}
if((typeof data157 == "number") && (isFinite(data157))){
if(data157 > 1000000 || isNaN(data157)){
const err450 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err450];
}
else {
vErrors.push(err450);
}
errors++;
}
if(data157 < 0 || isNaN(data157)){
const err451 = {instancePath:instancePath+"/status/nodes/unavailable",schemaPath:"#/properties/status/properties/nodes/properties/unavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err451];
}
else {
vErrors.push(err451);
}
errors++;
}
}
}
}
else {
const err452 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err452];
}
else {
vErrors.push(err452);
}
errors++;
}
}
if(data144.progress !== undefined){
let data158 = data144.progress;
if(typeof data158 === "string"){
if(data158.length > 32){
const err453 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err453];
}
else {
vErrors.push(err453);
}
errors++;
}
}
else {
const err454 = {instancePath:instancePath+"/status/progress",schemaPath:"#/properties/status/properties/progress/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err454];
}
else {
vErrors.push(err454);
}
errors++;
}
}
if(data144.maxUnavailable !== undefined){
let data159 = data144.maxUnavailable;
if(!(((typeof data159 == "number") && (!(data159 % 1) && !isNaN(data159))) && (isFinite(data159)))){
const err455 = {instancePath:instancePath+"/status/maxUnavailable",schemaPath:"#/properties/status/properties/maxUnavailable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err455];
}
else {
vErrors.push(err455);
}
errors++;
}
if((typeof data159 == "number") && (isFinite(data159))){
if(data159 > 1000000 || isNaN(data159)){
const err456 = {instancePath:instancePath+"/status/maxUnavailable",schemaPath:"#/properties/status/properties/maxUnavailable/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err456];
}
else {
vErrors.push(err456);
}
errors++;
}
if(data159 < 0 || isNaN(data159)){
const err457 = {instancePath:instancePath+"/status/maxUnavailable",schemaPath:"#/properties/status/properties/maxUnavailable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err457];
}
else {
vErrors.push(err457);
}
errors++;
}
}
}
if(data144.gates !== undefined){
let data160 = data144.gates;
if(Array.isArray(data160)){
if(data160.length > 16){
const err458 = {instancePath:instancePath+"/status/gates",schemaPath:"#/properties/status/properties/gates/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err458];
}
else {
vErrors.push(err458);
}
errors++;
}
const len19 = data160.length;
for(let i20=0; i20<len19; i20++){
let data161 = data160[i20];
if(data161 && typeof data161 == "object" && !Array.isArray(data161)){
if(data161.name === undefined){
const err459 = {instancePath:instancePath+"/status/gates/" + i20,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err459];
}
else {
vErrors.push(err459);
}
errors++;
}
if(data161.state === undefined){
const err460 = {instancePath:instancePath+"/status/gates/" + i20,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "state"},message:"must have required property '"+"state"+"'"};
if(vErrors === null){
vErrors = [err460];
}
else {
vErrors.push(err460);
}
errors++;
}
if(data161.since === undefined){
const err461 = {instancePath:instancePath+"/status/gates/" + i20,schemaPath:"#/properties/status/properties/gates/items/required",keyword:"required",params:{missingProperty: "since"},message:"must have required property '"+"since"+"'"};
if(vErrors === null){
vErrors = [err461];
}
else {
vErrors.push(err461);
}
errors++;
}
for(const key59 in data161){
if(!((((key59 === "name") || (key59 === "state")) || (key59 === "since")) || (key59 === "message"))){
const err462 = {instancePath:instancePath+"/status/gates/" + i20,schemaPath:"#/properties/status/properties/gates/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key59},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err462];
}
else {
vErrors.push(err462);
}
errors++;
}
}
if(data161.name !== undefined){
let data162 = data161.name;
if(typeof data162 === "string"){
if(data162.length > 63){
const err463 = {instancePath:instancePath+"/status/gates/" + i20+"/name",schemaPath:"#/properties/status/properties/gates/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err463];
}
else {
vErrors.push(err463);
}
errors++;
}
}
else {
const err464 = {instancePath:instancePath+"/status/gates/" + i20+"/name",schemaPath:"#/properties/status/properties/gates/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err464];
}
else {
vErrors.push(err464);
}
errors++;
}
}
if(data161.state !== undefined){
let data163 = data161.state;
if(typeof data163 !== "string"){
const err465 = {instancePath:instancePath+"/status/gates/" + i20+"/state",schemaPath:"#/properties/status/properties/gates/items/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err465];
}
else {
vErrors.push(err465);
}
errors++;
}
if(!(((data163 === "Open") || (data163 === "Closed")) || (data163 === "Unknown"))){
const err466 = {instancePath:instancePath+"/status/gates/" + i20+"/state",schemaPath:"#/properties/status/properties/gates/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.gates.items.properties.state.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err466];
}
else {
vErrors.push(err466);
}
errors++;
}
}
if(data161.since !== undefined){
let data164 = data161.since;
if(typeof data164 === "string"){
if(data164.length > 40){
const err467 = {instancePath:instancePath+"/status/gates/" + i20+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err467];
}
else {
vErrors.push(err467);
}
errors++;
}
if(!pattern55.test(data164)){
const err468 = {instancePath:instancePath+"/status/gates/" + i20+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err468];
}
else {
vErrors.push(err468);
}
errors++;
}
}
else {
const err469 = {instancePath:instancePath+"/status/gates/" + i20+"/since",schemaPath:"#/properties/status/properties/gates/items/properties/since/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err469];
}
else {
vErrors.push(err469);
}
errors++;
}
}
if(data161.message !== undefined){
let data165 = data161.message;
if(typeof data165 === "string"){
if(data165.length > 1024){
const err470 = {instancePath:instancePath+"/status/gates/" + i20+"/message",schemaPath:"#/properties/status/properties/gates/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err470];
}
else {
vErrors.push(err470);
}
errors++;
}
}
else {
const err471 = {instancePath:instancePath+"/status/gates/" + i20+"/message",schemaPath:"#/properties/status/properties/gates/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err472 = {instancePath:instancePath+"/status/gates/" + i20,schemaPath:"#/properties/status/properties/gates/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err472];
}
else {
vErrors.push(err472);
}
errors++;
}
}
}
else {
const err473 = {instancePath:instancePath+"/status/gates",schemaPath:"#/properties/status/properties/gates/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err473];
}
else {
vErrors.push(err473);
}
errors++;
}
}
}
else {
const err474 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err475 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err475];
}
else {
vErrors.push(err475);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

