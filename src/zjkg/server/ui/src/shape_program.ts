/** Draws nodes as the shapes of their types: points whose fragment shader cuts the shape out. */

import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  gl_PointSize = a_size / u_sizeRatio * u_pixelRatio * 2.2;
  v_soft = 2.0 / gl_PointSize;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// Signed distances: negative inside. Coordinates go from -1 to 1, y upwards.
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
float box(vec2 p, vec2 b) { vec2 d = abs(p) - b; return max(d.x, d.y); }
float triangle(vec2 p) { return max(abs(p.x) * 0.87 + p.y * 0.5 - 0.38, -p.y - 0.62); }
float distanceTo(int shape, vec2 p) {
  vec2 q = abs(p);
  if (shape == 1) return box(p, vec2(0.74));
  if (shape == 2) return max(q.x * 0.87 + q.y * 0.5, q.x) - 0.8;
  if (shape == 3) return (q.x + q.y - 1.0) * 0.71;
  if (shape == 4) return triangle(p);
  if (shape == 5) return triangle(-p);
  if (shape == 6) return min(box(p, vec2(0.9, 0.34)), box(p, vec2(0.34, 0.9)));
  if (shape == 7) return (sqrt(q.x) + sqrt(q.y) - 1.0) * 0.4;
  if (shape == 8) return box(p, vec2(0.95, 0.5));
  if (shape == 9) return box(p, vec2(0.55, 0.92));
  if (shape == 10) return abs(length(p) - 0.68) - 0.22;
  return length(p) - 0.85;
}
void main() {
  vec2 p = (gl_PointCoord - 0.5) * vec2(2.0, -2.0);
  #ifdef PICKING_MODE
  if (length(p) > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-v_soft, v_soft, distanceTo(int(v_shape + 0.5), p));
  if (inside <= 0.0) discard;
  gl_FragColor = v_color * inside;
  #endif
}`;

const UNIFORMS = ["u_sizeRatio", "u_pixelRatio", "u_matrix"] as const;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number], Attributes, Attributes, Attributes> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_shape", size: 1, type: FLOAT },
      ],
    };
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData & { shape?: number }): void {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), index, data.shape ?? 0], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_pixelRatio"] ?? null, params.pixelRatio);
    gl.uniform1f(uniformLocations["u_sizeRatio"] ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
  }
}
