// node tflite_run.cjs FILE < input > output: runs a .tflite file by TensorFlow Lite, which the npm package
// @tensorflow/tfjs-tflite has as WebAssembly. Input and output are the bytes of the tensors. TFJS_TFLITE names the folder of
// node_modules, if it is not the current one.
const fs = require('fs'), path = require('path');
const folder = path.resolve(process.env.TFJS_TFLITE || '.', 'node_modules/@tensorflow/tfjs-tflite/wasm') + '/';
const source = fs.readFileSync(folder + 'tflite_web_api_cc.js', 'utf8');
const factory = new Function('require', '__dirname', 'process', source + ';return tflite_web_api_ModuleFactory;')(
    require, folder, process);
(async () => {
    const module = await factory({
        wasmBinary: fs.readFileSync(folder + 'tflite_web_api_cc.wasm'), locateFile: (name) => folder + name,
        print: () => {}, printErr: (line) => line.startsWith('INFO') || console.error(line)});
    const bytes = fs.readFileSync(process.argv[2]), place = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, place);
    const made = module.TFLiteWebModelRunner.CreateFromBufferAndOptions(place, bytes.length, {
        numThreads: 1, enableWebNNDelegate: false, enableProfiling: false, maxProfilingBufferEntries: 0,
        webNNDevicePreference: 0});
    if (!made.ok()) throw new Error(made.errorMessage());
    const runner = made.value();
    const view = (tensor) => { const data = tensor.data(); return new Uint8Array(data.buffer, data.byteOffset, data.byteLength); };
    const all = fs.readFileSync(0), input = runner.GetInputs().get(0), results = [];
    for (let from = 0, size = view(input).length; from < all.length; from += size) {
        view(input).set(all.subarray(from, from + size));
        if (!runner.Infer()) throw new Error('it does not run');
        results.push(Buffer.from(view(runner.GetOutputs().get(0))));
    }
    fs.writeSync(1, Buffer.concat(results));
})().catch((error) => { console.error(error); process.exit(1); });
