// The root over a million leaves of 148 bytes, by golang.org/x/mod/sumdb/tlog: once with the
// library's own store of hashes, and once with its two hash functions alone, as fast as they go.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

type store []tlog.Hash

func (s store) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = s[index]
	}
	return hashes, nil
}

func library(leaves [][]byte) tlog.Hash {
	stored := make(store, 0, 2*len(leaves))
	for i, leaf := range leaves {
		hashes, err := tlog.StoredHashesForRecordHash(int64(i), tlog.RecordHash(leaf), stored)
		if err != nil {
			panic(err)
		}
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(int64(len(leaves)), stored)
	if err != nil {
		panic(err)
	}
	return root
}

func edge(leaves [][]byte) tlog.Hash {
	var edge []tlog.Hash
	for i, leaf := range leaves {
		hash := tlog.RecordHash(leaf)
		for rest := i; rest&1 == 1; rest >>= 1 {
			hash = tlog.NodeHash(edge[len(edge)-1], hash)
			edge = edge[:len(edge)-1]
		}
		edge = append(edge, hash)
	}
	root := edge[len(edge)-1]
	for i := len(edge) - 2; i >= 0; i-- {
		root = tlog.NodeHash(edge[i], root)
	}
	return root
}

func main() {
	count, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	bytes := make([]byte, 148*count)
	leaves := make([][]byte, count)
	for i := range leaves {
		leaves[i] = bytes[148*i : 148*(i+1)]
		binary.LittleEndian.PutUint64(leaves[i], uint64(i))
	}
	start := time.Now()
	root := library(leaves)
	whole := time.Since(start)
	start = time.Now()
	if edge(leaves) != root {
		panic("the two roots differ")
	}
	fmt.Println(root, whole.Seconds(), time.Since(start).Seconds(), runtime.Version())
}
