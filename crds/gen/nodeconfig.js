// Generated from crds/nodeconfig.ts by `npm run gen`. Do not edit.

export const validate = validate20;
export default validate20;
const schema31 = {"type":"object","required":["apiVersion","kind","metadata","spec"],"properties":{"apiVersion":{"type":"string","const":"osctl.dev/v1alpha1"},"kind":{"type":"string","const":"NodeConfig"},"metadata":{"type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":253}}},"spec":{"type":"object","properties":{"nodeSelector":{"type":"object","properties":{"matchLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":16},"matchExpressions":{"type":"array","items":{"type":"object","required":["key","operator"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"operator":{"type":"string","enum":["In","NotIn","Exists","DoesNotExist"]},"values":{"type":"array","items":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"maxItems":32}},"additionalProperties":false},"maxItems":16}},"additionalProperties":false},"priority":{"type":"integer","minimum":0,"maximum":1000},"config":{"type":"object","properties":{"system":{"type":"object","additionalProperties":false,"properties":{"sysctls":{"type":"object","patternProperties":{"^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$":{"type":"string","maxLength":256,"pattern":"^[^\\n\\0]*$"}},"additionalProperties":false,"maxProperties":128}}},"network":{"type":"object","additionalProperties":false,"properties":{"nameservers":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"maxItems":3},"searchDomains":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"maxItems":6},"hosts":{"type":"array","items":{"type":"object","required":["address","names"],"properties":{"address":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"names":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253},"minItems":1,"maxItems":16}},"additionalProperties":false},"maxItems":256}}},"cluster":{"type":"object","additionalProperties":false,"properties":{"endpoint":{"type":"string","pattern":"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$","maxLength":300},"controlPlanes":{"type":"array","items":{"type":"string","pattern":"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$","maxLength":45},"minItems":1,"maxItems":9,"uniqueItems":true},"dnsDomain":{"type":"string","pattern":"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$","maxLength":253}}},"kubelet":{"type":"object","additionalProperties":false,"properties":{"nodeLabels":{"type":"object","patternProperties":{"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63}},"additionalProperties":false,"maxProperties":64},"extraConfig":{"type":"object","properties":{"maxPods":{"type":"integer","minimum":1,"maximum":1000},"podPidsLimit":{"type":"integer","minimum":-1,"maximum":4194304},"evictionHard":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoft":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"evictionSoftGracePeriod":{"type":"object","patternProperties":{"^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32}},"additionalProperties":false,"maxProperties":12},"systemReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"kubeReserved":{"type":"object","patternProperties":{"^(cpu|memory|ephemeral-storage|pid)$":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32}},"additionalProperties":false,"maxProperties":4},"imageGCHighThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageGCLowThresholdPercent":{"type":"integer","minimum":0,"maximum":100},"imageMinimumGCAge":{"type":"string","pattern":"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$","maxLength":32},"serializeImagePulls":{"type":"boolean"},"maxParallelImagePulls":{"type":"integer","minimum":1,"maximum":100},"containerLogMaxFiles":{"type":"integer","minimum":2,"maximum":100},"containerLogMaxSize":{"type":"string","pattern":"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$","maxLength":32},"cpuManagerPolicy":{"type":"string","enum":["none","static"]},"topologyManagerPolicy":{"type":"string","enum":["none","best-effort","restricted","single-numa-node"]}},"additionalProperties":false},"registerWithTaints":{"type":"array","items":{"type":"object","required":["key","effect"],"properties":{"key":{"type":"string","pattern":"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$","maxLength":317},"value":{"type":"string","pattern":"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$","maxLength":63},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute"]}},"additionalProperties":false},"maxItems":32}}},"registry":{"type":"object","additionalProperties":false,"properties":{"mirrors":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"endpoints":{"type":"array","items":{"type":"string","pattern":"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$","maxLength":512},"minItems":1,"maxItems":8}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32},"auth":{"type":"object","patternProperties":{"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$":{"type":"object","properties":{"username":{"type":"string","minLength":1,"maxLength":256},"password":{"type":"object","properties":{"secretKeyRef":{"type":"object","properties":{"name":{"type":"string","pattern":"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$","maxLength":253},"key":{"type":"string","pattern":"^[A-Za-z0-9._-]+$","maxLength":253}},"required":["name","key"],"additionalProperties":false}},"required":["secretKeyRef"],"additionalProperties":false}},"additionalProperties":false}},"additionalProperties":false,"maxProperties":32}}}},"additionalProperties":false},"remove":{"type":"array","items":{"type":"string","pattern":"^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$","maxLength":512},"maxItems":64}},"additionalProperties":false},"status":{"type":"object","properties":{"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"conditions":{"type":"array","items":{"type":"object","required":["type","status","lastTransitionTime","reason","message"],"properties":{"type":{"type":"string","maxLength":64,"minLength":1},"status":{"type":"string","enum":["True","False","Unknown"]},"observedGeneration":{"type":"integer","minimum":0,"maximum":9007199254740991},"lastTransitionTime":{"type":"string","maxLength":40,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},"reason":{"type":"string","pattern":"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$","maxLength":64},"message":{"type":"string","maxLength":4096}},"additionalProperties":false},"maxItems":16},"nodes":{"type":"integer","minimum":0,"maximum":1000000},"updated":{"type":"integer","minimum":0,"maximum":1000000}},"additionalProperties":false}},"additionalProperties":false};
const pattern4 = new RegExp("^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$", "u");
const pattern6 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$", "u");
const pattern9 = new RegExp("^[a-z0-9_]+([./][a-zA-Z0-9_-]+)+$", "u");
const pattern11 = new RegExp("^[^\\n\\0]*$", "u");
const pattern12 = new RegExp("^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$", "u");
const pattern13 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", "u");
const pattern16 = new RegExp("^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$", "u");
const pattern22 = new RegExp("^(memory|nodefs|imagefs|containerfs|allocatableMemory|pid)\\.(available|inodesFree)$", "u");
const pattern24 = new RegExp("^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$", "u");
const pattern30 = new RegExp("^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$", "u");
const pattern31 = new RegExp("^(cpu|memory|ephemeral-storage|pid)$", "u");
const pattern41 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$", "u");
const pattern43 = new RegExp("^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$", "u");
const pattern46 = new RegExp("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$", "u");
const pattern47 = new RegExp("^[A-Za-z0-9._-]+$", "u");
const pattern48 = new RegExp("^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$", "u");
const pattern49 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");
const pattern50 = new RegExp("^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$", "u");
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
if("NodeConfig" !== data1){
const err8 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "NodeConfig"},message:"must be equal to constant"};
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
for(const key1 in data4){
if(!((((key1 === "nodeSelector") || (key1 === "priority")) || (key1 === "config")) || (key1 === "remove"))){
const err14 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data4.nodeSelector !== undefined){
let data5 = data4.nodeSelector;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(!((key2 === "matchLabels") || (key2 === "matchExpressions"))){
const err15 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data5.matchLabels !== undefined){
let data6 = data5.matchLabels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 16){
const err16 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/maxProperties",keyword:"maxProperties",params:{limit: 16},message:"must NOT have more than 16 properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key3 in data6){
if(!(pattern4.test(key3))){
const err17 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
for(const key4 in data6){
if(pattern4.test(key4)){
let data7 = data6[key4];
if(typeof data7 === "string"){
if(data7.length > 63){
const err18 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!pattern6.test(data7)){
const err19 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err20 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
}
else {
const err21 = {instancePath:instancePath+"/spec/nodeSelector/matchLabels",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data5.matchExpressions !== undefined){
let data8 = data5.matchExpressions;
if(Array.isArray(data8)){
if(data8.length > 16){
const err22 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.key === undefined){
const err23 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data9.operator === undefined){
const err24 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"},message:"must have required property '"+"operator"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key5 in data9){
if(!(((key5 === "key") || (key5 === "operator")) || (key5 === "values"))){
const err25 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.key !== undefined){
let data10 = data9.key;
if(typeof data10 === "string"){
if(data10.length > 317){
const err26 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!pattern4.test(data10)){
const err27 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/key",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.operator !== undefined){
let data11 = data9.operator;
if(typeof data11 !== "string"){
const err29 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((((data11 === "In") || (data11 === "NotIn")) || (data11 === "Exists")) || (data11 === "DoesNotExist"))){
const err30 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/operator",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/operator/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.nodeSelector.properties.matchExpressions.items.properties.operator.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data9.values !== undefined){
let data12 = data9.values;
if(Array.isArray(data12)){
if(data12.length > 32){
const err31 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
let data13 = data12[i1];
if(typeof data13 === "string"){
if(data13.length > 63){
const err32 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern6.test(data13)){
const err33 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values/" + i1,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0+"/values",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err36 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions/" + i0,schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err37 = {instancePath:instancePath+"/spec/nodeSelector/matchExpressions",schemaPath:"#/properties/spec/properties/nodeSelector/properties/matchExpressions/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err38 = {instancePath:instancePath+"/spec/nodeSelector",schemaPath:"#/properties/spec/properties/nodeSelector/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data4.priority !== undefined){
let data14 = data4.priority;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err39 = {instancePath:instancePath+"/spec/priority",schemaPath:"#/properties/spec/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1000 || isNaN(data14)){
const err40 = {instancePath:instancePath+"/spec/priority",schemaPath:"#/properties/spec/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err41 = {instancePath:instancePath+"/spec/priority",schemaPath:"#/properties/spec/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
if(data4.config !== undefined){
let data15 = data4.config;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key6 in data15){
if(!(((((key6 === "system") || (key6 === "network")) || (key6 === "cluster")) || (key6 === "kubelet")) || (key6 === "registry"))){
const err42 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data15.system !== undefined){
let data16 = data15.system;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key7 in data16){
if(!(key7 === "sysctls")){
const err43 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data16.sysctls !== undefined){
let data17 = data16.sysctls;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length > 128){
const err44 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/maxProperties",keyword:"maxProperties",params:{limit: 128},message:"must NOT have more than 128 properties"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
for(const key8 in data17){
if(!(pattern9.test(key8))){
const err45 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
for(const key9 in data17){
if(pattern9.test(key9)){
let data18 = data17[key9];
if(typeof data18 === "string"){
if(data18.length > 256){
const err46 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(!pattern11.test(data18)){
const err47 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/pattern",keyword:"pattern",params:{pattern: "^[^\\n\\0]*$"},message:"must match pattern \""+"^[^\\n\\0]*$"+"\""};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/spec/config/system/sysctls/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/patternProperties/%5E%5Ba-z0-9_%5D%2B(%5B.~1%5D%5Ba-zA-Z0-9_-%5D%2B)%2B%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/spec/config/system/sysctls",schemaPath:"#/properties/spec/properties/config/properties/system/properties/sysctls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/spec/config/system",schemaPath:"#/properties/spec/properties/config/properties/system/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data15.network !== undefined){
let data19 = data15.network;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key10 in data19){
if(!(((key10 === "nameservers") || (key10 === "searchDomains")) || (key10 === "hosts"))){
const err51 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data19.nameservers !== undefined){
let data20 = data19.nameservers;
if(Array.isArray(data20)){
if(data20.length > 3){
const err52 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/maxItems",keyword:"maxItems",params:{limit: 3},message:"must NOT have more than 3 items"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
if(typeof data21 === "string"){
if(data21.length > 45){
const err53 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!pattern12.test(data21)){
const err54 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
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
const err55 = {instancePath:instancePath+"/spec/config/network/nameservers/" + i2,schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err56 = {instancePath:instancePath+"/spec/config/network/nameservers",schemaPath:"#/properties/spec/properties/config/properties/network/properties/nameservers/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data19.searchDomains !== undefined){
let data22 = data19.searchDomains;
if(Array.isArray(data22)){
if(data22.length > 6){
const err57 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/maxItems",keyword:"maxItems",params:{limit: 6},message:"must NOT have more than 6 items"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if(typeof data23 === "string"){
if(data23.length > 253){
const err58 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(!pattern13.test(data23)){
const err59 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/spec/config/network/searchDomains/" + i3,schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
else {
const err61 = {instancePath:instancePath+"/spec/config/network/searchDomains",schemaPath:"#/properties/spec/properties/config/properties/network/properties/searchDomains/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
if(data19.hosts !== undefined){
let data24 = data19.hosts;
if(Array.isArray(data24)){
if(data24.length > 256){
const err62 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len4 = data24.length;
for(let i4=0; i4<len4; i4++){
let data25 = data24[i4];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.address === undefined){
const err63 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "address"},message:"must have required property '"+"address"+"'"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data25.names === undefined){
const err64 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/required",keyword:"required",params:{missingProperty: "names"},message:"must have required property '"+"names"+"'"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
for(const key11 in data25){
if(!((key11 === "address") || (key11 === "names"))){
const err65 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data25.address !== undefined){
let data26 = data25.address;
if(typeof data26 === "string"){
if(data26.length > 45){
const err66 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(!pattern12.test(data26)){
const err67 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
else {
const err68 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/address",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data25.names !== undefined){
let data27 = data25.names;
if(Array.isArray(data27)){
if(data27.length > 16){
const err69 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data27.length < 1){
const err70 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
const len5 = data27.length;
for(let i5=0; i5<len5; i5++){
let data28 = data27[i5];
if(typeof data28 === "string"){
if(data28.length > 253){
const err71 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(!pattern13.test(data28)){
const err72 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names/" + i5,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
else {
const err74 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4+"/names",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/properties/names/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err75 = {instancePath:instancePath+"/spec/config/network/hosts/" + i4,schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/spec/config/network/hosts",schemaPath:"#/properties/spec/properties/config/properties/network/properties/hosts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
}
else {
const err77 = {instancePath:instancePath+"/spec/config/network",schemaPath:"#/properties/spec/properties/config/properties/network/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data15.cluster !== undefined){
let data29 = data15.cluster;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key12 in data29){
if(!(((key12 === "endpoint") || (key12 === "controlPlanes")) || (key12 === "dnsDomain"))){
const err78 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data29.endpoint !== undefined){
let data30 = data29.endpoint;
if(typeof data30 === "string"){
if(data30.length > 300){
const err79 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/maxLength",keyword:"maxLength",params:{limit: 300},message:"must NOT have more than 300 characters"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(!pattern16.test(data30)){
const err80 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/pattern",keyword:"pattern",params:{pattern: "^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"},message:"must match pattern \""+"^https://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\]):[0-9]{1,5}$"+"\""};
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
const err81 = {instancePath:instancePath+"/spec/config/cluster/endpoint",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/endpoint/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data29.controlPlanes !== undefined){
let data31 = data29.controlPlanes;
if(Array.isArray(data31)){
if(data31.length > 9){
const err82 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/maxItems",keyword:"maxItems",params:{limit: 9},message:"must NOT have more than 9 items"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data31.length < 1){
const err83 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len6 = data31.length;
for(let i6=0; i6<len6; i6++){
let data32 = data31[i6];
if(typeof data32 === "string"){
if(data32.length > 45){
const err84 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/maxLength",keyword:"maxLength",params:{limit: 45},message:"must NOT have more than 45 characters"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!pattern12.test(data32)){
const err85 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"},message:"must match pattern \""+"^(?:(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$"+"\""};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes/" + i6,schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
let i7 = data31.length;
let j0;
if(i7 > 1){
const indices0 = {};
for(;i7--;){
let item0 = data31[i7];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err87 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
break;
}
indices0[item0] = i7;
}
}
}
else {
const err88 = {instancePath:instancePath+"/spec/config/cluster/controlPlanes",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/controlPlanes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data29.dnsDomain !== undefined){
let data33 = data29.dnsDomain;
if(typeof data33 === "string"){
if(data33.length > 253){
const err89 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(!pattern13.test(data33)){
const err90 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$"+"\""};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
else {
const err91 = {instancePath:instancePath+"/spec/config/cluster/dnsDomain",schemaPath:"#/properties/spec/properties/config/properties/cluster/properties/dnsDomain/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/spec/config/cluster",schemaPath:"#/properties/spec/properties/config/properties/cluster/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data15.kubelet !== undefined){
let data34 = data15.kubelet;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
for(const key13 in data34){
if(!(((key13 === "nodeLabels") || (key13 === "extraConfig")) || (key13 === "registerWithTaints"))){
const err93 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data34.nodeLabels !== undefined){
let data35 = data34.nodeLabels;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length > 64){
const err94 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
for(const key14 in data35){
if(!(pattern4.test(key14))){
const err95 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
for(const key15 in data35){
if(pattern4.test(key15)){
let data36 = data35[key15];
if(typeof data36 === "string"){
if(data36.length > 63){
const err96 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(!pattern6.test(data36)){
const err97 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
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
const err98 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/patternProperties/%5E(%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F~1)%3F%5BA-Za-z0-9%5D(%5BA-Za-z0-9_.-%5D%7B0%2C61%7D%5BA-Za-z0-9%5D)%3F%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
else {
const err99 = {instancePath:instancePath+"/spec/config/kubelet/nodeLabels",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/nodeLabels/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data34.extraConfig !== undefined){
let data37 = data34.extraConfig;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key16 in data37){
if(!(func1.call(schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties, key16))){
const err100 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data37.maxPods !== undefined){
let data38 = data37.maxPods;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err101 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 1000 || isNaN(data38)){
const err102 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data38 < 1 || isNaN(data38)){
const err103 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxPods",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxPods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data37.podPidsLimit !== undefined){
let data39 = data37.podPidsLimit;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err104 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 4194304 || isNaN(data39)){
const err105 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4194304},message:"must be <= 4194304"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(data39 < -1 || isNaN(data39)){
const err106 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/podPidsLimit",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/podPidsLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: -1},message:"must be >= -1"};
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
if(data37.evictionHard !== undefined){
let data40 = data37.evictionHard;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(Object.keys(data40).length > 12){
const err107 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
for(const key17 in data40){
if(!(pattern22.test(key17))){
const err108 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
for(const key18 in data40){
if(pattern22.test(key18)){
let data41 = data40[key18];
if(typeof data41 === "string"){
if(data41.length > 32){
const err109 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(!pattern24.test(data41)){
const err110 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
}
else {
const err112 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionHard",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionHard/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
if(data37.evictionSoft !== undefined){
let data42 = data37.evictionSoft;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 12){
const err113 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
for(const key19 in data42){
if(!(pattern22.test(key19))){
const err114 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
for(const key20 in data42){
if(pattern22.test(key20)){
let data43 = data42[key20];
if(typeof data43 === "string"){
if(data43.length > 32){
const err115 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!pattern24.test(data43)){
const err116 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
}
}
else {
const err118 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoft",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoft/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data37.evictionSoftGracePeriod !== undefined){
let data44 = data37.evictionSoftGracePeriod;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length > 12){
const err119 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/maxProperties",keyword:"maxProperties",params:{limit: 12},message:"must NOT have more than 12 properties"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
for(const key21 in data44){
if(!(pattern22.test(key21))){
const err120 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
for(const key22 in data44){
if(pattern22.test(key22)){
let data45 = data44[key22];
if(typeof data45 === "string"){
if(data45.length > 32){
const err121 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
if(!pattern30.test(data45)){
const err122 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/patternProperties/%5E(memory%7Cnodefs%7Cimagefs%7Ccontainerfs%7CallocatableMemory%7Cpid)%5C.(available%7CinodesFree)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
}
}
else {
const err124 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/evictionSoftGracePeriod",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/evictionSoftGracePeriod/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data37.systemReserved !== undefined){
let data46 = data37.systemReserved;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(Object.keys(data46).length > 4){
const err125 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
for(const key23 in data46){
if(!(pattern31.test(key23))){
const err126 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
for(const key24 in data46){
if(pattern31.test(key24)){
let data47 = data46[key24];
if(typeof data47 === "string"){
if(data47.length > 32){
const err127 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(!pattern24.test(data47)){
const err128 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
}
else {
const err130 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/systemReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/systemReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data37.kubeReserved !== undefined){
let data48 = data37.kubeReserved;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(Object.keys(data48).length > 4){
const err131 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/maxProperties",keyword:"maxProperties",params:{limit: 4},message:"must NOT have more than 4 properties"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key25 in data48){
if(!(pattern31.test(key25))){
const err132 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
for(const key26 in data48){
if(pattern31.test(key26)){
let data49 = data48[key26];
if(typeof data49 === "string"){
if(data49.length > 32){
const err133 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(!pattern24.test(data49)){
const err134 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/patternProperties/%5E(cpu%7Cmemory%7Cephemeral-storage%7Cpid)%24/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
}
else {
const err136 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/kubeReserved",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/kubeReserved/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data37.imageGCHighThresholdPercent !== undefined){
let data50 = data37.imageGCHighThresholdPercent;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err137 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 100 || isNaN(data50)){
const err138 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data50 < 0 || isNaN(data50)){
const err139 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCHighThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCHighThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
if(data37.imageGCLowThresholdPercent !== undefined){
let data51 = data37.imageGCLowThresholdPercent;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
const err140 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 100 || isNaN(data51)){
const err141 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if(data51 < 0 || isNaN(data51)){
const err142 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageGCLowThresholdPercent",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageGCLowThresholdPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data37.imageMinimumGCAge !== undefined){
let data52 = data37.imageMinimumGCAge;
if(typeof data52 === "string"){
if(data52.length > 32){
const err143 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(!pattern30.test(data52)){
const err144 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/pattern",keyword:"pattern",params:{pattern: "^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"},message:"must match pattern \""+"^([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+$"+"\""};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/imageMinimumGCAge",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/imageMinimumGCAge/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data37.serializeImagePulls !== undefined){
if(typeof data37.serializeImagePulls !== "boolean"){
const err146 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/serializeImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/serializeImagePulls/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data37.maxParallelImagePulls !== undefined){
let data54 = data37.maxParallelImagePulls;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err147 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 100 || isNaN(data54)){
const err148 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data54 < 1 || isNaN(data54)){
const err149 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/maxParallelImagePulls",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/maxParallelImagePulls/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
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
if(data37.containerLogMaxFiles !== undefined){
let data55 = data37.containerLogMaxFiles;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err150 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 100 || isNaN(data55)){
const err151 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(data55 < 2 || isNaN(data55)){
const err152 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxFiles",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxFiles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
if(data37.containerLogMaxSize !== undefined){
let data56 = data37.containerLogMaxSize;
if(typeof data56 === "string"){
if(data56.length > 32){
const err153 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(!pattern24.test(data56)){
const err154 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"},message:"must match pattern \""+"^[0-9]{1,15}(\\.[0-9]{1,9})?(m|k|Ki|M|Mi|G|Gi|T|Ti|%)?$"+"\""};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/containerLogMaxSize",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/containerLogMaxSize/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data37.cpuManagerPolicy !== undefined){
let data57 = data37.cpuManagerPolicy;
if(typeof data57 !== "string"){
const err156 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(!((data57 === "none") || (data57 === "static"))){
const err157 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/cpuManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/cpuManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.cpuManagerPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data37.topologyManagerPolicy !== undefined){
let data58 = data37.topologyManagerPolicy;
if(typeof data58 !== "string"){
const err158 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(!((((data58 === "none") || (data58 === "best-effort")) || (data58 === "restricted")) || (data58 === "single-numa-node"))){
const err159 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig/topologyManagerPolicy",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/properties/topologyManagerPolicy/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.extraConfig.properties.topologyManagerPolicy.enum},message:"must be equal to one of the allowed values"};
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
else {
const err160 = {instancePath:instancePath+"/spec/config/kubelet/extraConfig",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/extraConfig/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data34.registerWithTaints !== undefined){
let data59 = data34.registerWithTaints;
if(Array.isArray(data59)){
if(data59.length > 32){
const err161 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
const len7 = data59.length;
for(let i8=0; i8<len7; i8++){
let data60 = data59[i8];
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.key === undefined){
const err162 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data60.effect === undefined){
const err163 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/required",keyword:"required",params:{missingProperty: "effect"},message:"must have required property '"+"effect"+"'"};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
for(const key27 in data60){
if(!(((key27 === "key") || (key27 === "value")) || (key27 === "effect"))){
const err164 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
if(data60.key !== undefined){
let data61 = data60.key;
if(typeof data61 === "string"){
if(data61.length > 317){
const err165 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/maxLength",keyword:"maxLength",params:{limit: 317},message:"must NOT have more than 317 characters"};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(!pattern4.test(data61)){
const err166 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"},message:"must match pattern \""+"^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$"+"\""};
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
const err167 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/key",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data60.value !== undefined){
let data62 = data60.value;
if(typeof data62 === "string"){
if(data62.length > 63){
const err168 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(!pattern6.test(data62)){
const err169 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/pattern",keyword:"pattern",params:{pattern: "^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"},message:"must match pattern \""+"^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$"+"\""};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/value",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data60.effect !== undefined){
let data63 = data60.effect;
if(typeof data63 !== "string"){
const err171 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!(((data63 === "NoSchedule") || (data63 === "PreferNoSchedule")) || (data63 === "NoExecute"))){
const err172 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8+"/effect",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema31.properties.spec.properties.config.properties.kubelet.properties.registerWithTaints.items.properties.effect.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
}
else {
const err173 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints/" + i8,schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
else {
const err174 = {instancePath:instancePath+"/spec/config/kubelet/registerWithTaints",schemaPath:"#/properties/spec/properties/config/properties/kubelet/properties/registerWithTaints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
}
else {
const err175 = {instancePath:instancePath+"/spec/config/kubelet",schemaPath:"#/properties/spec/properties/config/properties/kubelet/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data15.registry !== undefined){
let data64 = data15.registry;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key28 in data64){
if(!((key28 === "mirrors") || (key28 === "auth"))){
const err176 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data64.mirrors !== undefined){
let data65 = data64.mirrors;
if(data65 && typeof data65 == "object" && !Array.isArray(data65)){
if(Object.keys(data65).length > 32){
const err177 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
for(const key29 in data65){
if(!(pattern41.test(key29))){
const err178 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
for(const key30 in data65){
if(pattern41.test(key30)){
let data66 = data65[key30];
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key31 in data66){
if(!(key31 === "endpoints")){
const err179 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data66.endpoints !== undefined){
let data67 = data66.endpoints;
if(Array.isArray(data67)){
if(data67.length > 8){
const err180 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data67.length < 1){
const err181 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
const len8 = data67.length;
for(let i9=0; i9<len8; i9++){
let data68 = data67[i9];
if(typeof data68 === "string"){
if(data68.length > 512){
const err182 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(!pattern43.test(data68)){
const err183 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/pattern",keyword:"pattern",params:{pattern: "^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"},message:"must match pattern \""+"^https?://([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?(/[A-Za-z0-9._/-]*)?$"+"\""};
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
const err184 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints/" + i9,schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
}
else {
const err185 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoints",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/endpoints/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
}
else {
const err186 = {instancePath:instancePath+"/spec/config/registry/mirrors/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
}
}
else {
const err187 = {instancePath:instancePath+"/spec/config/registry/mirrors",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/mirrors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data64.auth !== undefined){
let data69 = data64.auth;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(Object.keys(data69).length > 32){
const err188 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/maxProperties",keyword:"maxProperties",params:{limit: 32},message:"must NOT have more than 32 properties"};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key32 in data69){
if(!(pattern41.test(key32))){
const err189 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
for(const key33 in data69){
if(pattern41.test(key33)){
let data70 = data69[key33];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key34 in data70){
if(!((key34 === "username") || (key34 === "password"))){
const err190 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data70.username !== undefined){
let data71 = data70.username;
if(typeof data71 === "string"){
if(data71.length > 256){
const err191 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
if(data71.length < 1){
const err192 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
else {
const err193 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/username",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data70.password !== undefined){
let data72 = data70.password;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.secretKeyRef === undefined){
const err194 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/required",keyword:"required",params:{missingProperty: "secretKeyRef"},message:"must have required property '"+"secretKeyRef"+"'"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
for(const key35 in data72){
if(!(key35 === "secretKeyRef")){
const err195 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data72.secretKeyRef !== undefined){
let data73 = data72.secretKeyRef;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
if(data73.name === undefined){
const err196 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data73.key === undefined){
const err197 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/required",keyword:"required",params:{missingProperty: "key"},message:"must have required property '"+"key"+"'"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
for(const key36 in data73){
if(!((key36 === "name") || (key36 === "key"))){
const err198 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data73.name !== undefined){
let data74 = data73.name;
if(typeof data74 === "string"){
if(data74.length > 253){
const err199 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(!pattern46.test(data74)){
const err200 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"},message:"must match pattern \""+"^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/name",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data73.key !== undefined){
let data75 = data73.key;
if(typeof data75 === "string"){
if(data75.length > 253){
const err202 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/maxLength",keyword:"maxLength",params:{limit: 253},message:"must NOT have more than 253 characters"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(!pattern47.test(data75)){
const err203 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9._-]+$"},message:"must match pattern \""+"^[A-Za-z0-9._-]+$"+"\""};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef/key",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
else {
const err205 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password/secretKeyRef",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/properties/secretKeyRef/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
else {
const err206 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1")+"/password",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/properties/password/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
}
else {
const err207 = {instancePath:instancePath+"/spec/config/registry/auth/" + key33.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/patternProperties/%5E%5Ba-z0-9%5D(%5Ba-z0-9.-%5D%7B0%2C251%7D%5Ba-z0-9%5D)%3F(%3A%5B0-9%5D%7B1%2C5%7D)%3F%24/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
}
else {
const err208 = {instancePath:instancePath+"/spec/config/registry/auth",schemaPath:"#/properties/spec/properties/config/properties/registry/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
else {
const err209 = {instancePath:instancePath+"/spec/config/registry",schemaPath:"#/properties/spec/properties/config/properties/registry/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
else {
const err210 = {instancePath:instancePath+"/spec/config",schemaPath:"#/properties/spec/properties/config/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data4.remove !== undefined){
let data76 = data4.remove;
if(Array.isArray(data76)){
if(data76.length > 64){
const err211 = {instancePath:instancePath+"/spec/remove",schemaPath:"#/properties/spec/properties/remove/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
const len9 = data76.length;
for(let i10=0; i10<len9; i10++){
let data77 = data76[i10];
if(typeof data77 === "string"){
if(data77.length > 512){
const err212 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
if(!pattern48.test(data77)){
const err213 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/pattern",keyword:"pattern",params:{pattern: "^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$"},message:"must match pattern \""+"^(/system/sysctls(/([^/~]|~[01])+)?|/network(/searchDomains|/hosts(/([^/~]|~[01])+)?)|/kubelet(/nodeLabels(/([^/~]|~[01])+)?|/extraConfig((/maxPods|/podPidsLimit|/evictionHard(/([^/~]|~[01])+)?|/evictionSoft(/([^/~]|~[01])+)?|/evictionSoftGracePeriod(/([^/~]|~[01])+)?|/systemReserved(/([^/~]|~[01])+)?|/kubeReserved(/([^/~]|~[01])+)?|/imageGCHighThresholdPercent|/imageGCLowThresholdPercent|/imageMinimumGCAge|/serializeImagePulls|/maxParallelImagePulls|/containerLogMaxFiles|/containerLogMaxSize|/cpuManagerPolicy|/topologyManagerPolicy))?|/registerWithTaints(/([^/~]|~[01])+)?)|/registry(/mirrors(/([^/~]|~[01])+)?|/auth(/([^/~]|~[01])+)?))$"+"\""};
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
const err214 = {instancePath:instancePath+"/spec/remove/" + i10,schemaPath:"#/properties/spec/properties/remove/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
else {
const err215 = {instancePath:instancePath+"/spec/remove",schemaPath:"#/properties/spec/properties/remove/type",keyword:"type",params:{type: "array"},message:"must be array"};
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
const err216 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data.status !== undefined){
let data78 = data.status;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
for(const key37 in data78){
if(!((((key37 === "observedGeneration") || (key37 === "conditions")) || (key37 === "nodes")) || (key37 === "updated"))){
const err217 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data78.observedGeneration !== undefined){
let data79 = data78.observedGeneration;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
const err218 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 > 9007199254740991 || isNaN(data79)){
const err219 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(data79 < 0 || isNaN(data79)){
const err220 = {instancePath:instancePath+"/status/observedGeneration",schemaPath:"#/properties/status/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data78.conditions !== undefined){
let data80 = data78.conditions;
if(Array.isArray(data80)){
if(data80.length > 16){
const err221 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
const len10 = data80.length;
for(let i11=0; i11<len10; i11++){
let data81 = data80[i11];
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.type === undefined){
const err222 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data81.status === undefined){
const err223 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "status"},message:"must have required property '"+"status"+"'"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data81.lastTransitionTime === undefined){
const err224 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "lastTransitionTime"},message:"must have required property '"+"lastTransitionTime"+"'"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
if(data81.reason === undefined){
const err225 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if(data81.message === undefined){
const err226 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
for(const key38 in data81){
if(!((((((key38 === "type") || (key38 === "status")) || (key38 === "observedGeneration")) || (key38 === "lastTransitionTime")) || (key38 === "reason")) || (key38 === "message"))){
const err227 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data81.type !== undefined){
let data82 = data81.type;
if(typeof data82 === "string"){
if(data82.length > 64){
const err228 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data82.length < 1){
const err229 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
else {
const err230 = {instancePath:instancePath+"/status/conditions/" + i11+"/type",schemaPath:"#/properties/status/properties/conditions/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
if(data81.status !== undefined){
let data83 = data81.status;
if(typeof data83 !== "string"){
const err231 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
if(!(((data83 === "True") || (data83 === "False")) || (data83 === "Unknown"))){
const err232 = {instancePath:instancePath+"/status/conditions/" + i11+"/status",schemaPath:"#/properties/status/properties/conditions/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema31.properties.status.properties.conditions.items.properties.status.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data81.observedGeneration !== undefined){
let data84 = data81.observedGeneration;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err233 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 9007199254740991 || isNaN(data84)){
const err234 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if(data84 < 0 || isNaN(data84)){
const err235 = {instancePath:instancePath+"/status/conditions/" + i11+"/observedGeneration",schemaPath:"#/properties/status/properties/conditions/items/properties/observedGeneration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
if(data81.lastTransitionTime !== undefined){
let data85 = data81.lastTransitionTime;
if(typeof data85 === "string"){
if(data85.length > 40){
const err236 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(!pattern49.test(data85)){
const err237 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/status/conditions/" + i11+"/lastTransitionTime",schemaPath:"#/properties/status/properties/conditions/items/properties/lastTransitionTime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data81.reason !== undefined){
let data86 = data81.reason;
if(typeof data86 === "string"){
if(data86.length > 64){
const err239 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(!pattern50.test(data86)){
const err240 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"},message:"must match pattern \""+"^[A-Za-z]([A-Za-z0-9_]*[A-Za-z0-9])?$"+"\""};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
else {
const err241 = {instancePath:instancePath+"/status/conditions/" + i11+"/reason",schemaPath:"#/properties/status/properties/conditions/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
if(data81.message !== undefined){
let data87 = data81.message;
if(typeof data87 === "string"){
if(data87.length > 4096){
const err242 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
else {
const err243 = {instancePath:instancePath+"/status/conditions/" + i11+"/message",schemaPath:"#/properties/status/properties/conditions/items/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/status/conditions/" + i11,schemaPath:"#/properties/status/properties/conditions/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
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
const err245 = {instancePath:instancePath+"/status/conditions",schemaPath:"#/properties/status/properties/conditions/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
if(data78.nodes !== undefined){
let data88 = data78.nodes;
if(!(((typeof data88 == "number") && (!(data88 % 1) && !isNaN(data88))) && (isFinite(data88)))){
const err246 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
if((typeof data88 == "number") && (isFinite(data88))){
if(data88 > 1000000 || isNaN(data88)){
const err247 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
if(data88 < 0 || isNaN(data88)){
const err248 = {instancePath:instancePath+"/status/nodes",schemaPath:"#/properties/status/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
if(data78.updated !== undefined){
let data89 = data78.updated;
if(!(((typeof data89 == "number") && (!(data89 % 1) && !isNaN(data89))) && (isFinite(data89)))){
const err249 = {instancePath:instancePath+"/status/updated",schemaPath:"#/properties/status/properties/updated/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if((typeof data89 == "number") && (isFinite(data89))){
if(data89 > 1000000 || isNaN(data89)){
const err250 = {instancePath:instancePath+"/status/updated",schemaPath:"#/properties/status/properties/updated/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
if(data89 < 0 || isNaN(data89)){
const err251 = {instancePath:instancePath+"/status/updated",schemaPath:"#/properties/status/properties/updated/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
}
else {
const err252 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
}
else {
const err253 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

